import type { Degraded, RequiredColumn } from '../../facts/health.ts';
import type { Table } from '../../facts/schema.ts';
import type { RequiredCheck } from '../../facts/settings.ts';
import { quoteName, sameName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import { attemptRead } from './attempt.ts';

/** NULLs in each required column that exists on this side; a column that does not exist gives nothing. */
export function measureRequired(
  connection: Connection,
  tables: readonly Table[],
  required: readonly RequiredCheck[],
  degraded: Degraded[],
): RequiredColumn[] {
  return required.flatMap((check) => {
    const table = tables.find(({ name }) => sameName(name, check.table));
    const column = table?.columns.find(({ name }) => sameName(name, check.column));
    if (table === undefined || column === undefined) return [];
    const nulls = attemptRead(degraded, { check: 'required', table: table.name }, () =>
      connection.number(
        `SELECT count(*) FROM ${quoteName(table.name)} WHERE ${quoteName(column.name)} IS NULL`,
      ),
    );
    return nulls === undefined ? [] : [{ table: table.name, column: column.name, nulls }];
  });
}
