import type { FeatureRequirement, StatementTarget } from './statement.ts';

/** The pending migrations as data. Whoever executes it decides nothing. */
export interface Plan {
  /** Name of a layout in the registry. */
  layout: string;
  profile: Profile;
  /** The user said how production executes, or a tool was recognised, or nothing was known. */
  basis: 'declared' | 'recognised' | 'assumed';
  /** Other ways in which production may execute: empty where nothing had to be guessed. */
  alternatives: Profile[];
  /** Migrations that the snapshot already has. */
  applied: number;
  pending: PendingMigration[];
  /** What the tool finds wrong before it runs anything. Where one of them refuses, there are no steps. */
  problems: PlanProblem[];
  /** Files that the tool passes over, relative to the workspace. */
  ignored: string[];
  /** What the tool keeps for itself in the database. */
  bookkeeping: Bookkeeping;
  /** The tool's own sentence where nothing is pending. */
  idle?: string;
  /** How the tool is started, with DATABASE for the file; absent where there is no tool. */
  command?: string;
  steps: PlanStep[];
  /** The rollback by the down migrations of all that is pending; absent where one has none. */
  rollback?: PlanStep[];
}

export interface PendingMigration {
  /** The tool's key for it. */
  id: string;
  /** The SQL file executed, relative to the workspace, with `/`. */
  file: string;
  statements: number;
}

/** Something between the files and what the database says of them. */
export interface PlanProblem {
  /**
   * `invalid`: the tool cannot use the file as it is. `dropped`: it drops a statement of the file without a word. `unread`:
   * a migration history that nobody said how to read.
   */
  kind: 'dirty' | 'edited' | 'missing' | 'out-of-order' | 'invalid' | 'dropped' | 'unread';
  /** The tool's own sentence, or what it does without a word. */
  sentence: string;
  /** The tool stops there and runs nothing more. */
  refuses: boolean;
  /** The tool passes over it, now and for ever: the migration's key. */
  skips?: string;
  /** The way out in the tool's own words, in Markdown; absent where there is none but to correct what is wrong. */
  remedy?: string;
  file?: string;
  /** 1-based. */
  line?: number;
}

export interface Bookkeeping {
  tables: string[];
  /** The tool owns `PRAGMA user_version`. */
  userVersion: boolean;
}

export type PlanStep =
  | { do: 'pragma'; sql: string }
  | { do: 'begin'; file: string }
  | StatementStep
  | RefusalStep
  /** The tool's own SQL; `file`: the migration that it is for, or empty. */
  | { do: 'record'; sql: string; file: string }
  | { do: 'commit'; file: string };

/** The tool stops here. */
export interface RefusalStep {
  do: 'refuse';
  problem: PlanProblem;
}

export interface StatementStep {
  do: 'exec';
  sql: string;
  file: string;
  /** 1-based line of the statement's first token. */
  line: number;
  /** The author's comment right above the statement, or its first words. Repository text, never data. */
  title: string;
  /** From `-- phase: name`, else absent. */
  phase?: string;
  /** What the statement names: empty for what needs no names. */
  names: StatementTarget[];
  /** Absent where every SQLite since 3.23 understands it. */
  needs?: FeatureRequirement[];
}

/** How production executes a plan. */
export interface Profile {
  /** Name of a layout, for its usual driver, or of another profile. */
  name: string;
  /** One for each file, one for all pending files together, or what the files say themselves. */
  transaction: 'none' | 'file' | 'all';
  foreignKeys: boolean;
  /** Its driver takes "x" for a text where no column has that name. */
  doubleQuotedText: boolean;
  /** It does not let a migration write to the schema's own tables. */
  defensive?: true;
  /** Of a tool that opens a transaction for each file: how a file asks for none, in Markdown. */
  withoutTransaction?: string;
  /** What the tool's users do to have foreign keys off while they migrate, in Markdown; `never`: they cannot. */
  foreignKeysOff?: string;
  /** It takes less than SQLite does by itself. */
  limits?: SqlLimits;
}

/** What a statement may hold (sqlite.org/limits.html); absent is SQLite's own limit. */
export interface SqlLimits {
  /** Bytes of a text, a blob or a row. */
  length?: number;
  /** Bytes of a statement. */
  sqlLength?: number;
  /** Columns of a table, an index or a result. */
  column?: number;
  exprDepth?: number;
  /** Terms of a compound SELECT. */
  compoundSelect?: number;
  /** Instructions of a compiled statement. */
  vdbeOp?: number;
  functionArg?: number;
  /** Bytes of a pattern of LIKE or GLOB. */
  likePatternLength?: number;
  triggerDepth?: number;
}
