import type { Named, Need } from './statement.ts';

/** The pending migrations as data. Whoever executes it decides nothing. */
export interface Plan {
  layout: string;
  profile: Profile;
  /** Migrations that the snapshot already has. */
  applied: number;
  pending: PendingMigration[];
  steps: PlanStep[];
}

export interface PendingMigration {
  /** The tool's key for it. */
  id: string;
  /** The SQL file executed, relative to the workspace, with `/`. */
  file: string;
  statements: number;
}

export type PlanStep =
  | { do: 'pragma'; sql: string }
  | { do: 'begin'; file: string }
  | StatementStep
  | { do: 'commit'; file: string };

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
  names: Named[];
  /** Absent where every SQLite since 3.23 understands it. */
  needs?: Need[];
}

/** How production executes a plan. */
export interface Profile {
  name: string;
  transaction: 'none' | 'file';
  foreignKeys: boolean;
}
