import type { RowCount } from '../../facts/health.ts';
import { quoteName } from '../../sql/quote.ts';
import { attemptRead } from '../sqlite/attempt.ts';
import { missingPart, sqliteFailure } from '../sqlite/errors.ts';
import type { MeasurementContext } from './measurement-context.ts';

/** Rows of every table, in the schema's order. */
export function countRows({ connection, schema, unchecked }: MeasurementContext): RowCount[] {
  return schema.tables.flatMap(({ name, kind, content }) => {
    // count(*) picks the smallest index, which throws where that index needs a missing collation.
    const hint = kind === 'virtual' ? '' : ' NOT INDEXED';
    const count = () => connection.number(`SELECT count(*) FROM ${quoteName(name)}${hint}`);
    const rows = attemptRead(unchecked, { check: 'rows', table: name }, () =>
      content === undefined ? count() : unlessUnreadable(count),
    );
    return rows === undefined ? [] : [{ table: name, rows }];
  });
}

/** A search index whose content table is gone cannot be read, which its own check reports; nor can FTS4 without content. */
function unlessUnreadable(count: () => number): number | undefined {
  try {
    return count();
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure?.code !== 'SQLITE_ERROR' || missingPart(failure) !== undefined) throw error;
    return undefined;
  }
}
