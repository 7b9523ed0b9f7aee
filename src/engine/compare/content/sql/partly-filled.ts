import type { TableChange } from '../../../../facts/changes.ts';
import { quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import { newColumns, type TablePair } from '../../lineage/pairing.ts';
import type { NewValueCount } from '../records/new-values.ts';
import { pairsByKey } from './keyed-rows.ts';
import { uniqueKey } from './pairing-key.ts';

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
  const partlyFilled = partly
    .map(([column, values]) => ({
      column,
      filled: filled.get(column) ?? own.get(column) ?? 0,
      empty: after - values,
    }))
    .filter((column) => column.filled > 0);
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
