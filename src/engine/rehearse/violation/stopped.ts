import type { Violation } from '../../../facts/rehearsal/rehearsal.ts';
import type { Schema, Table } from '../../../facts/schema.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { sameName } from '../../../sql/quote.ts';
import type { SqliteFailure } from '../../sqlite/errors.ts';

/** Rows that may break the constraint, as a SELECT that lists them. */
export type Suspicion = Omit<Violation, 'rows' | 'runsIn' | 'samples'>;

/** A statement that a constraint stopped. */
export interface Stopped {
  /** As SQLite says it, whatever may be shown of it. */
  failure: SqliteFailure;
  sql: string;
  names: readonly StatementTarget[];
  /** Of the database as it is then. */
  schema: Schema;
}

export function tableNamed({ tables }: Schema, name: string): Table | undefined {
  return tables.find((table) => sameName(table.name, name));
}
