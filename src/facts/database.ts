import type { ChangeFacts } from './changes.ts';
import type { HealthFacts } from './health.ts';
import type { Plan } from './plan.ts';
import type { CommandFacts } from './rehearsal/command.ts';
import type { RehearsalFacts } from './rehearsal/rehearsal.ts';
import type { Scenarios } from './rehearsal/scenarios.ts';
import type { SnapshotFacts } from './snapshot.ts';

/** Everything that was measured about one database. What did not happen is absent. */
export interface DatabaseFacts {
  /** The snapshot's path as the user wrote it; empty where none was given. */
  path: string;
  /** Mistakes in what the user set up; nothing was run when there is one. */
  mistakes: Mistake[];
  /** Why the snapshot cannot be used. */
  unusable?: Unusable;
  snapshot?: SnapshotFacts;
  /** What the snapshot says of migrations that began and did not end; absent where it says nothing. */
  unfinished?: UnfinishedState[];
  plan?: Plan;
  /** Present where the project's own tool migrates instead of a plan. */
  command?: CommandFacts;
  before?: HealthFacts;
  rehearsal: RehearsalFacts;
  after?: HealthFacts;
  changes?: ChangeFacts;
  /** A second start, the rollback, a crash and other ways to execute; absent where no plan was run. */
  scenarios?: Scenarios;
  /** Tasks that did not come to their end. */
  incidents: Incident[];
  /** The migrated copy, checkpointed into one file. */
  migratedDatabase?: string;
  timings: Timings;
}

/** Nothing was to be migrated, or what is to be is not known. */
export function isHealthCheck({ plan, command }: Pick<DatabaseFacts, 'plan' | 'command'>): boolean {
  return plan === undefined && command === undefined;
}

/** A migration that began and did not end, by what its tool has noted in the database. */
export interface UnfinishedState {
  /** `locked`: the tool's lock is held. */
  kind: 'dirty' | 'locked';
  tool: string;
  table: string;
  sentence: string;
  remedy: string;
}

/** One mistake of the user's set-up, with the place to fix it. */
export interface Mistake {
  /** Input or config key. */
  key: string;
  message: string;
  remedy: string;
  file?: string;
  /** 1-based. */
  line?: number;
}

export interface Unusable {
  reason: string;
  remedy: string;
}

export interface Incident {
  task: TaskName;
  kind: 'timeout' | 'crash' | 'cancelled' | 'disk-full' | 'out-of-memory' | 'error';
  /** What the machine said: exit code, signal or message of our own code. No SQL text, no values. */
  detail: string;
}

export type TaskName = 'inspect' | 'measure-before' | 'rehearse' | 'measure-after' | 'compare';

/** In milliseconds; what did not run is absent. */
export interface Timings {
  copy?: number;
  healthBefore?: number;
  rehearsal?: number;
  healthAfter?: number;
  schemaDiff?: number;
  dataDiff?: number;
  locate?: number;
  scenarios?: number;
  total: number;
}
