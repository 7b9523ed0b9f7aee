import type { Duplicates, TableChange } from '../../../../facts/changes.ts';
import { foldName, quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import type { ColumnPair, TablePair } from '../../lineage/pairing.ts';
import { isAdded } from './keyed-rows.ts';
import { uniqueKey } from './pairing-key.ts';
import { balanced, MOST_COLUMNS_TO_SORT, storageClasses } from './strict-sql.ts';

/**
 * Rows that the migration added and that equal another row of their table in every column but the key. Only where rows
 * were added to others: that is what a join in a copy does. A table that is nothing but its key cannot have them.
 */
export function countDuplicates(
  connection: Connection,
  pair: TablePair,
  change: TableChange,
): Duplicates | undefined {
  const { before, added } = change;
  if (added === 0 || before === 0 || pair.after.kind !== 'table') return undefined;
  const key = uniqueKey(pair);
  if (key === undefined) return change.changed > 0 ? undefined : amongAll(connection, pair, change);
  const found = amongAdded(connection, pair, change, key);
  if (found !== undefined || change.changed === 0) return found;
  const columns = contentColumns(pair).map(foldName);
  const content = pair.columns.filter(({ after }) => columns.includes(foldName(after.name)));
  const moved = amongAll(connection, { ...pair, columns: content }, change);
  return moved && { ...moved, otherKeys: true };
}

/** A key tells which rows were added. What an UPDATE made of the others counts for nothing but to be equal to. */
function amongAdded(
  connection: Connection,
  pair: TablePair,
  { added, after }: TableChange,
  key: readonly ColumnPair[],
): Duplicates | undefined {
  const columns = contentColumns(pair);
  const known = new Set(columns.map(foldName));
  const hasFormer = pair.columns.some((column) => known.has(foldName(column.after.name)));
  if (!hasFormer || columns.length > MOST_COLUMNS_TO_SORT) return undefined;
  const near = added * 2 < after ? rowsLikeAdded(connection, pair, columns, key) : '1';
  const rows = connection.number(
    `SELECT sum(news - (news = n)) FROM (
       SELECT count(*) AS n, sum(${isAdded(pair, key)}) AS news FROM main.${quoteName(pair.after.name)} AS a NOT INDEXED
       WHERE ${near} GROUP BY ${terms('a', columns)} HAVING n > 1 AND news > 0)`,
  );
  return rows > 0 ? { rows, columns } : undefined;
}

/**
 * Where no key tells which row was added, how often each content stands there can be compared with *before*, as far as no
 * row became another one. A new column makes copies of a row differ: it is left out where all others are there.
 */
function amongAll(
  connection: Connection,
  pair: TablePair,
  { removed, added }: TableChange,
): Duplicates | undefined {
  const stored = pair.columns.filter(({ before, after }) => !before.generated && !after.generated);
  const key = new Set(pair.before.primaryKey.map(foldName));
  const isWhole = pair.before.columns.every(
    (column) =>
      column.generated !== undefined ||
      key.has(foldName(column.name)) ||
      stored.some(({ before }) => before === column),
  );
  if (!isWhole || removed >= added) return undefined;
  if (stored.length === 0 || stored.length > MOST_COLUMNS_TO_SORT) return undefined;
  const names = stored.map((_, at) => `c${at}`);
  const side = (from: string, columns: readonly string[], mark: 0 | 1) => {
    const values = columns.map((column, at) => `+${quoteName(column)} AS c${at}`);
    return `SELECT ${[`${mark} AS side`, ...values].join(', ')} FROM ${from} NOT INDEXED`;
  };
  const after = stored.map((column) => column.after.name);
  const before = stored.map((column) => column.before.name);
  const rows = connection.number(
    `SELECT sum(n - max(1, m)) FROM (SELECT sum(side) AS n, sum(1 - side) AS m FROM (
         ${side(`main.${quoteName(pair.after.name)}`, after, 1)}
         UNION ALL ${side(`old.${quoteName(pair.before.name)}`, before, 0)})
       GROUP BY ${termsOf(names)}) WHERE n > max(1, m)`,
  );
  return rows > 0 ? { rows, columns: after } : undefined;
}

/**
 * A condition that all rows equal to an added row meet, so that not every row must be sorted: each value is NULL, or some
 * added row has it in that column.
 */
function rowsLikeAdded(
  connection: Connection,
  pair: TablePair,
  columns: readonly string[],
  key: readonly ColumnPair[],
): string {
  const values = columns.map((column, at) => `+a.${quoteName(column)} AS c${at}`);
  connection.exec(
    `DROP TABLE IF EXISTS temp.added;
     CREATE TEMP TABLE added AS SELECT ${values.join(', ')} FROM main.${quoteName(pair.after.name)} AS a WHERE ${isAdded(pair, key)}`,
  );
  const likely = columns.map((column, at) => {
    const value = `+a.${quoteName(column)}`;
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

/** What to group by so that a group holds equal rows. */
function terms(alias: string, columns: readonly string[]): string {
  return termsOf(columns.map((column) => `+${alias}.${quoteName(column)}`));
}

function termsOf(values: readonly string[]): string {
  return [...storageClasses(values), ...values.map((value) => `${value} COLLATE BINARY`)].join(', ');
}
