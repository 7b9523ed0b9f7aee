import type { Unchecked } from '../../facts/health.ts';
import type { Samples } from '../../facts/samples.ts';
import type { Schema } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { quoteText } from '../../sql/quote.ts';
import { type Connection, withConnection } from '../sqlite/connection.ts';
import { readSchema } from '../sqlite/read-schema.ts';

export interface CompareRequest {
  /** Paths of the two sealed copies. */
  before: string;
  after: string;
  /** What the statements that ran and stayed name, in order. */
  executed: readonly StatementTarget[];
  samples?: Samples;
}

/** The two sides while they are compared. */
export interface ComparisonContext {
  /** To both copies: SQL knows *after* as `main` and *before* as `old`. */
  connection: Connection;
  before: Schema;
  after: Schema;
  samples: Samples;
  /** Takes a note of all that cannot be compared here. */
  unchecked: Unchecked[];
}

/** Opens both copies for `act`, and closes them whatever happens. */
export function withComparison<Result>(
  { before, after, samples = 'none' }: CompareRequest,
  act: (context: ComparisonContext) => Result,
): Result {
  const schemaBefore = withConnection(before, 'read', readSchema);
  return withConnection(after, 'read', (connection) => {
    const schemaAfter = readSchema(connection);
    connection.exec(`ATTACH ${quoteText(before)} AS old`);
    return act({ connection, before: schemaBefore, after: schemaAfter, samples, unchecked: [] });
  });
}
