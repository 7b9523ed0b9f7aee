import type { ObjectChange } from '../changes.ts';
import type { PlanProblem, Profile } from '../plan.ts';

/** What was rehearsed besides the sunny day, each on a copy of its own. What did not happen is absent. */
export interface Scenarios {
  /** Other ways in which production may execute. */
  profiles?: VariantFacts[];
  rerun?: RerunFacts;
  rollback?: RollbackFacts;
  crash?: CrashFacts;
  skipped: Skipped[];
}

export type ScenarioName = 'profiles' | 'rerun' | 'rollback' | 'crash';

export interface Skipped {
  rehearsal: ScenarioName;
  /** Goes on "not rehearsed: ". */
  reason: string;
  /** The user would have had it: they did not leave it out themselves. */
  missed: boolean;
}

/** In what two databases differ, what a tool keeps for itself left out. */
export interface Differences {
  tables: TableDifference[];
  objects: Pick<ObjectChange, 'kind' | 'name' | 'table' | 'change'>[];
}

export interface TableDifference {
  table: string;
  /** Rows by their key; `removed` and `added` seen from the state that should be. */
  removed: number;
  added: number;
  changed: number;
  /** Columns with a value that differs. */
  columns: string[];
}

export interface VariantFacts {
  profile: Profile;
  /** `cannot-run`: the files fail there, so production does not run them so. */
  outcome: 'done' | 'cannot-run';
  /** Rows lost and values nulled that the rehearsal keeps. */
  losses: Loss[];
}

export interface Loss {
  table: string;
  rows: number;
  nulled: { column: string; values: number }[];
}

/** Where and why a run stopped. */
export interface Stop {
  /** SQLite's or the tool's sentence. */
  message: string;
  file: string;
  line?: number;
  /** What the tool finds wrong, where it is the tool that stops. */
  kind?: PlanProblem['kind'];
}

export interface RerunFacts {
  /** `same`: everything ran once more and changed nothing. */
  outcome: 'nothing-pending' | 'same' | 'differs' | 'fails' | 'refused';
  stop?: Stop;
  differences?: Differences;
}

export interface RollbackFacts {
  /** The down migrations of what was pending; absent where one has none. */
  down?: { outcome: 'done' | 'failed'; stop?: Stop; differences: Differences };
  /** The backup in place of the migrated database. */
  backup: { ms: number; identical: boolean };
}

export interface CrashFacts {
  /** Moments inside the plan at which something was committed and more was to come. */
  boundaries: number;
  /** Those that were tried: all, or an even sample. */
  points: CrashPoint[];
}

export interface CrashPoint {
  /** The last statement before the stop. */
  file: string;
  line: number;
  title: string;
  /**
   * `safe`: the run after the stop ends as an undisturbed one. `sticks`: it cannot end without a hand. `unsafe`: rows or
   * values are lost, or changed twice.
   */
  outcome: 'safe' | 'sticks' | 'unsafe';
  /** Where the run after the stop stopped itself. */
  stop?: Stop;
  differences?: Differences;
}
