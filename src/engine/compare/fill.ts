import type { PartlyFilled, TableChange } from '../../facts/changes.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import { uniqueKey } from './key.ts';
import { pairsByKey } from './keyed.ts';
import type { TablePair } from './pairing.ts';

/** Columns in which rows of *before* have a value only now, new columns included, while other rows have none. */
export function findPartlyFilled(
  connection: Connection,
  pair: TablePair,
  { columns, before, after, added }: TableChange,
): PartlyFilled[] {
  if (before === 0 || pair.after.kind !== 'table') return [];
  const filled = new Map(columns.map((column) => [column.column, column.filled]));
  const fresh = newColumns(pair);
  const old = [...filled.keys()].filter((column) => filled.get(column) !== 0);
  const present = countValues(
    connection,
    [...old, ...fresh],
    `main.${quoteName(pair.after.name)} AS a NOT INDEXED`,
  );
  const partly = [...present].filter(([, values]) => values > 0 && values < after);
  // Rows that the migration added were not filled. Without a key nothing tells them from the others.
  const partlyFresh = partly.map(([column]) => column).filter((column) => !filled.has(column));
  const key = uniqueKey(pair);
  const own =
    added === 0 || key === undefined ? present : countValues(connection, partlyFresh, pairsByKey(pair, key));
  return partly
    .map(([column, values]) => ({
      column,
      filled: filled.get(column) ?? own.get(column) ?? 0,
      empty: after - values,
    }))
    .filter((column) => column.filled > 0);
}

function newColumns({ after, columns }: TablePair): string[] {
  const known = new Set(columns.map((column) => foldName(column.after.name)));
  return after.columns
    .filter(({ name, generated }) => generated === undefined && !known.has(foldName(name)))
    .map(({ name }) => name);
}

/** How many rows have a value in each of the columns of alias `a`. */
function countValues(connection: Connection, columns: readonly string[], from: string): Map<string, number> {
  if (columns.length === 0) return new Map();
  const [counts = []] = connection.rows(
    `SELECT ${columns.map((column) => `count(a.${quoteName(column)})`).join(', ')} FROM ${from}`,
  );
  return new Map(columns.map((column, at) => [column, Number(counts[at])]));
}
