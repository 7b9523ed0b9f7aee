import type { Duplicates, TableChange } from '../../facts/changes.ts';
import type { Table } from '../../facts/schema.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { TablePair } from './pairing.ts';
import { MOST_COLUMNS_TO_SORT, storageClasses } from './strict-sql.ts';

/**
 * Rows that equal another row of their table in every column but the key, beyond those of *before*. Only where rows
 * were added to others: that is what a join in a copy does. A table that is nothing but its key cannot have them.
 */
export function countDuplicates(
  connection: Connection,
  pair: TablePair,
  { before, after, added }: Pick<TableChange, 'before' | 'after' | 'added'>,
): Duplicates | undefined {
  if (added === 0 || before === 0 || pair.after.kind !== 'table') return undefined;
  const columns = contentColumns(pair);
  const known = new Set(columns.map(foldName));
  const former = pair.columns
    .filter((column) => known.has(foldName(column.after.name)))
    .map((column) => column.before.name);
  if (former.length === 0 || columns.length > MOST_COLUMNS_TO_SORT) return undefined;
  const surplus = after - countGroups(connection, 'main', pair.after, columns);
  if (surplus === 0) return undefined;
  // An UPDATE that makes rows equal is no duplication: at most the added rows are.
  const more = surplus - (before - countGroups(connection, 'old', pair.before, former));
  const rows = Math.min(added, more);
  return rows > 0 ? { rows, columns } : undefined;
}

/** The columns of *after* that are in no side's key and computed from nothing else. */
function contentColumns({ before, after, columns }: TablePair): string[] {
  const formerKey = new Set(before.primaryKey.map(foldName));
  const key = new Set(
    [
      ...after.primaryKey,
      ...columns
        .filter((column) => formerKey.has(foldName(column.before.name)))
        .map((column) => column.after.name),
    ].map(foldName),
  );
  return after.columns
    .filter(({ name, generated }) => generated === undefined && !key.has(foldName(name)))
    .map(({ name }) => name);
}

function countGroups(
  connection: Connection,
  schema: 'main' | 'old',
  { name }: Table,
  columns: readonly string[],
): number {
  const values = columns.map((column) => `+${quoteName(column)}`);
  const terms = [...storageClasses(values), ...values.map((value) => `${value} COLLATE BINARY`)];
  return connection.number(
    `SELECT count(*) FROM (SELECT 1 FROM ${schema}.${quoteName(name)} NOT INDEXED GROUP BY ${terms.join(', ')})`,
  );
}
