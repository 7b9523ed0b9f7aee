import type { RequiredColumn } from '../../../facts/health.ts';
import type { RequiredCheck } from '../../../facts/settings.ts';
import { quoteName, sameName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { MeasurementContext } from '../measurement-context.ts';
import { keyOf, sampleRows } from '../row-samples.ts';

/** NULLs in each required column that exists on this side; a column that does not exist gives nothing. */
export function measureRequired(
  context: MeasurementContext,
  required: readonly RequiredCheck[],
): RequiredColumn[] {
  const { connection, schema, unchecked } = context;
  return required.flatMap((check) => {
    const table = schema.tables.find(({ name }) => sameName(name, check.table));
    const column = table?.columns.find(({ name }) => sameName(name, check.column));
    if (table === undefined || column === undefined) return [];
    const nulls = attemptRead(unchecked, { check: 'required', table: table.name }, () =>
      connection.number(
        `SELECT count(*) FROM ${quoteName(table.name)} WHERE ${quoteName(column.name)} IS NULL`,
      ),
    );
    if (nulls === undefined) return [];
    const from = `${quoteName(table.name)} AS t WHERE t.${quoteName(column.name)} IS NULL`;
    const shown = nulls > 0 && sampleRows(context, { from, key: keyOf(table, 't'), values: [] });
    return [{ table: table.name, column: column.name, nulls, ...(shown && { samples: shown }) }];
  });
}
