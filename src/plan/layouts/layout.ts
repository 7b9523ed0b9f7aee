import type { PendingMigration, StatementStep } from '../../facts/plan.ts';
import type { MigrationFile } from '../../facts/settings.ts';

/** How a tool names and orders its files, and what of them is still pending. */
export interface Layout {
  name: string;
  /** Pending migrations in the order in which the tool runs them. */
  read(files: readonly MigrationFile[]): { applied: number; pending: LayoutMigration[] };
}

export interface LayoutMigration extends PendingMigration {
  steps: StatementStep[];
}
