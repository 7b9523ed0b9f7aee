import type { Degraded, RowCount } from '../../facts/health.ts';
import type { Table } from '../../facts/schema.ts';
import { quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import { attemptRead } from './attempt.ts';

/** Rows of every table, in the schema's order. */
export function countRows(
  connection: Connection,
  tables: readonly Table[],
  degraded: Degraded[],
): RowCount[] {
  return tables.flatMap(({ name, kind }) => {
    // count(*) picks the smallest index, which throws where that index needs a missing collation.
    const hint = kind === 'virtual' ? '' : ' NOT INDEXED';
    const rows = attemptRead(degraded, { check: 'rows', table: name }, () =>
      connection.number(`SELECT count(*) FROM ${quoteName(name)}${hint}`),
    );
    return rows === undefined ? [] : [{ table: name, rows }];
  });
}
