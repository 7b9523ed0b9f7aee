import type { Duplicates, TableChange } from '../../../../facts/changes.ts';
import { foldName, quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import type { TablePair } from '../../lineage/pairing.ts';
import { isAdded } from './keyed-rows.ts';
import { uniqueKey } from './pairing-key.ts';
import { balanced, MOST_COLUMNS_TO_SORT, storageClasses } from './strict-sql.ts';

/**
 * Rows that equal another row of their table in every column but the key, beyond those of *before*. Only where rows
 * were added to others: that is what a join in a copy does. A table that is nothing but its key cannot have them.
 */
export function countDuplicates(
  connection: Connection,
  pair: TablePair,
  change: TableChange,
): Duplicates | undefined {
  const { before, after, added } = change;
  if (added === 0 || before === 0 || pair.after.kind !== 'table') return undefined;
  const columns = contentColumns(pair);
  const known = new Set(columns.map(foldName));
  const columnsBefore = pair.columns
    .filter((column) => known.has(foldName(column.after.name)))
    .map((column) => column.before.name);
  if (columnsBefore.length === 0 || columns.length > MOST_COLUMNS_TO_SORT) return undefined;
  const few = isPurelyAdditive(pair, change) && added * 2 < after;
  const near = few ? rowsLikeAdded(connection, pair, columns) : undefined;
  const surplus = countSurplus(connection, `main.${quoteName(pair.after.name)}`, columns, near);
  if (surplus === 0) return undefined;
  // An UPDATE that makes rows equal is no duplication: at most the added rows are.
  const more = surplus - countSurplus(connection, `old.${quoteName(pair.before.name)}`, columnsBefore, near);
  const rows = Math.min(added, more);
  return rows > 0 ? { rows, columns } : undefined;
}

/** Whether rows were added and nothing else changed: then every row that became a duplicate equals an added row. */
function isPurelyAdditive({ before, after, columns }: TablePair, { removed, changed }: TableChange): boolean {
  const sameNames = columns.every((column) => foldName(column.before.name) === foldName(column.after.name));
  const sameColumns = columns.length === before.columns.length && columns.length === after.columns.length;
  return removed === 0 && changed === 0 && sameColumns && sameNames;
}

/**
 * A condition that all rows equal to an added row meet, so that not every row must be sorted: each value is NULL, or some
 * added row has it in that column.
 */
function rowsLikeAdded(
  connection: Connection,
  pair: TablePair,
  columns: readonly string[],
): string | undefined {
  // Rows that were paired by content cannot be told apart by a condition.
  const key = uniqueKey(pair);
  if (key === undefined) return undefined;
  const values = columns.map((column, at) => `+a.${quoteName(column)} AS c${at}`);
  connection.exec(
    `DROP TABLE IF EXISTS temp.added;
     CREATE TEMP TABLE added AS SELECT ${values.join(', ')} FROM main.${quoteName(pair.after.name)} AS a WHERE ${isAdded(pair, key)}`,
  );
  const likely = columns.map((column, at) => {
    const value = `+${quoteName(column)}`;
    return `(${value} IS NULL OR ${value} COLLATE BINARY IN (SELECT c${at} FROM temp.added))`;
  });
  return balanced('AND', likely);
}

/** The columns of *after* that are in no side's key and computed from nothing else. */
function contentColumns({ before, after, columns }: TablePair): string[] {
  const keyBefore = new Set(before.primaryKey.map(foldName));
  const key = new Set(
    [
      ...after.primaryKey,
      ...columns
        .filter((column) => keyBefore.has(foldName(column.before.name)))
        .map((column) => column.after.name),
    ].map(foldName),
  );
  return after.columns
    .filter(({ name, generated }) => generated === undefined && !key.has(foldName(name)))
    .map(({ name }) => name);
}

/** Rows beyond the first of each content, among those that meet the condition. */
function countSurplus(
  connection: Connection,
  table: string,
  columns: readonly string[],
  condition = '1',
): number {
  const values = columns.map((column) => `+${quoteName(column)}`);
  const terms = [...storageClasses(values), ...values.map((value) => `${value} COLLATE BINARY`)];
  return connection.number(
    `SELECT sum(n - 1) FROM (SELECT count(*) AS n FROM ${table} NOT INDEXED WHERE ${condition}
       GROUP BY ${terms.join(', ')} HAVING n > 1)`,
  );
}
