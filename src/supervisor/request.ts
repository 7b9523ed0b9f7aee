import type { Watch } from '../facts/rehearsal/activity.ts';
import type { Samples } from '../facts/samples.ts';
import type { Checks } from '../facts/settings.ts';
import type { Assignment } from '../plan/make-plan.ts';
import type { Mutex } from './command/mutex.ts';
import type { CommandOrder } from './command/run-command.ts';
import type { ScenarioOptions } from './scenarios/rehearse-scenarios.ts';

/** What is to be done with one database. */
export interface PreflightRequest {
  /** Absolute path of the snapshot, and the path as the user wrote it. */
  snapshot: string;
  name: string;
  /** Absent: nothing to rehearse, a health check. */
  assignment?: Assignment;
  /** The project's own tool, which migrates the copy in place of an assignment. */
  command?: CommandOrder;
  /** The scenarios to rehearse after the migration. */
  rehearse: ScenarioOptions;
  checks: Checks;
  samples: Samples;
  /** An empty private folder for the copies. */
  folder: string;
  /** Folder for the migrated database, and its name there. */
  output: string;
  migrated: string;
}

/** The limits that all databases of a run share. */
export interface RunLimits {
  /** `performance.now()` value at which everything still running is killed. */
  deadline: number;
  signal: AbortSignal;
  mutex: Mutex;
  /** Hears what is going on. */
  watch: Watch;
}
