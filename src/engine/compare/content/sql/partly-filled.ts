import type { TableChange } from '../../../../facts/changes.ts';
import type { Column, Table } from '../../../../facts/schema.ts';
import { foldName, quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import { newColumns, type TablePair } from '../../lineage/pairing.ts';
import type { NewValueCount } from '../records/new-values.ts';
import { pairsByKey } from './keyed-rows.ts';
import { uniqueKey } from './pairing-key.ts';
import { balanced } from './strict-sql.ts';

/**
 * Columns in which rows of *before* have a value only now, new columns included, while other rows have none; and of all
 * new columns, in how many such rows.
 * `counted`: the values of new columns, where the comparison has counted them already.
 */
export function findPartlyFilled(
  connection: Connection,
  pair: TablePair,
  { columns, before, after, added: addedRows }: TableChange,
  counted?: ReadonlyMap<string, NewValueCount>,
): Pick<TableChange, 'partlyFilled' | 'newColumns'> {
  if (before === 0 || pair.after.kind !== 'table') return {};
  const filled = new Map(columns.map((column) => [column.column, column.filled]));
  const added = newColumns(pair).map(({ name }) => name);
  const kept = [...filled.keys()].filter((column) => filled.get(column) !== 0);
  const scanned = countValues(
    connection,
    counted ? kept : [...kept, ...added],
    `main.${quoteName(pair.after.name)} AS a NOT INDEXED`,
  );
  const valuesAfter = new Map(
    [...kept, ...added].map((column) => [column, counted?.get(column)?.rows ?? scanned.get(column) ?? 0]),
  );
  const partly = [...valuesAfter].filter(([, values]) => values > 0 && values < after);
  // Rows that the migration added were not filled. Without a key nothing tells them from the others.
  const key = addedRows === 0 ? undefined : uniqueKey(pair);
  const partlyAdded = partly.map(([column]) => column).filter((column) => !filled.has(column));
  const own =
    key === undefined
      ? valuesAfter
      : (pairedOf(counted) ?? countValues(connection, partlyAdded, pairsByKey(pair, key)));
  const partlyFilled = partly.flatMap(([column, values]) => {
    const rows = filled.get(column) ?? own.get(column) ?? 0;
    const explained = explainedBy(connection, pair, column);
    const empty = after - values - (explained?.rows ?? 0);
    if (rows === 0 || empty === 0) return [];
    return [{ column, filled: rows, empty, ...(explained?.rows && { sources: explained.sources }) }];
  });
  const newFilled = added
    .map((column) => {
      const isWhole = valuesAfter.get(column) === after;
      return { column, filled: isWhole ? after - addedRows : (own.get(column) ?? 0) };
    })
    .filter(({ filled: rows }) => rows > 0);
  return {
    ...(partlyFilled.length > 0 && { partlyFilled }),
    ...(newFilled.length > 0 && { newColumns: newFilled }),
  };
}

/**
 * Rows without a value that had nothing to be filled from: in each statement that filled the column, a column that its
 * expression or its condition demands is NULL, or an empty text; of a parent that the row refers to as well. `sources`:
 * these columns of *after*, by statement.
 */
function explainedBy(
  connection: Connection,
  pair: TablePair,
  name: string,
): { rows: number; sources: string[][] } | undefined {
  const nameOf = (column: Column) => pair.columns.find(({ before }) => before === column)?.after.name;
  const isOwn = (column: Column) => pair.before.columns.includes(column);
  // That it had no value itself explains nothing.
  const needs = (pair.needs?.get(foldName(name)) ?? [])
    .map((columns) => [...columns].filter((column) => nameOf(column) !== name))
    .filter((columns) => columns.some(isOwn));
  if (needs.length === 0) return undefined;
  const key = uniqueKey(pair);
  let isReadingBefore = false;
  const explanations = needs.map((columns) => {
    const empty = columns.flatMap((column) => {
      if (!isOwn(column)) return ofParent(connection, pair.after, column.name);
      const now = nameOf(column);
      if (now !== undefined) return isEmpty(`a.${quoteName(now)}`);
      if (key === undefined) return [];
      isReadingBefore = true;
      return isEmpty(`b.${quoteName(column.name)}`);
    });
    return balanced('OR', empty);
  });
  const condition = `a.${quoteName(name)} IS NULL AND ${balanced('AND', explanations)}`;
  // What is gone from *after* is read from the row's partner.
  const from = isReadingBefore
    ? pairsByKey(pair, key ?? [])
    : `main.${quoteName(pair.after.name)} AS a NOT INDEXED`;
  const rows = connection.number(`SELECT count(*) FROM ${from} WHERE ${condition}`);
  const sources = needs.map((columns) => columns.flatMap((column) => nameOf(column) ?? []));
  const isPlain = needs.every((columns) => columns.every((column) => nameOf(column) !== undefined));
  return { rows, sources: isPlain ? sources : [] };
}

function isEmpty(value: string): string {
  return `ifnull(${value}, '') IS ''`;
}

/** A parent that the row refers to has no value in its column of this name. */
function ofParent(connection: Connection, { foreignKeys }: Table, name: string): string[] {
  return foreignKeys.flatMap(({ parent, columns, parentColumns }) => {
    const known = connection.number(
      'SELECT count(*) FROM pragma_table_xinfo(?) WHERE name = ?',
      parent,
      name,
    );
    if (known === 0) return [];
    const match = columns.map((own, at) => `p.${quoteName(parentColumns[at] ?? '')} = a.${quoteName(own)}`);
    return [
      `EXISTS (SELECT 1 FROM main.${quoteName(parent)} AS p WHERE ${match.join(' AND ')} AND ${isEmpty(`p.${quoteName(name)}`)})`,
    ];
  });
}

/** How many rows that pair with one of *before* have a value in each of the columns. */
function pairedOf(
  counted: ReadonlyMap<string, NewValueCount> | undefined,
): ReadonlyMap<string, number> | undefined {
  return counted && new Map([...counted].map(([column, { paired }]) => [column, paired]));
}

/** How many rows have a value in each of the columns of alias `a`. */
function countValues(connection: Connection, columns: readonly string[], from: string): Map<string, number> {
  if (columns.length === 0) return new Map();
  const [counts = []] = connection.rows(
    `SELECT ${columns.map((column) => `count(a.${quoteName(column)})`).join(', ')} FROM ${from}`,
  );
  return new Map(columns.map((column, at) => [column, Number(counts[at])]));
}
