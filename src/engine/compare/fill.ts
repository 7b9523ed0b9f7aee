import type { PartlyFilled, TableChange } from '../../facts/changes.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Matches } from './matches.ts';
import type { TablePair } from './pairing.ts';

/** Columns in which rows of *before* have a value only now, new columns included, while other rows have none. */
export function findPartlyFilled(
  connection: Connection,
  pair: TablePair,
  { columns, before, after }: TableChange,
  { rows }: Matches,
): PartlyFilled[] {
  if (before === 0 || pair.after.kind !== 'table') return [];
  const table = `main.${quoteName(pair.after.name)} AS a NOT INDEXED`;
  const fresh = newColumns(pair);
  // Rows that the migration added were not filled. Without a key nothing tells them from the others.
  const present = countValues(connection, fresh, rows ?? table);
  const filled = [
    ...columns.map(({ column, filled: count }) => ({ column, filled: count })),
    ...fresh.map((column, at) => ({ column, filled: present[at] ?? 0 })),
  ].filter((entry) => entry.filled > 0);
  const names = filled.map(({ column }) => column);
  const values = countValues(connection, names, table);
  return filled
    .map((entry, at) => ({ ...entry, empty: after - (values[at] ?? 0) }))
    .filter(({ empty }) => empty > 0);
}

function newColumns({ after, columns }: TablePair): string[] {
  const known = new Set(columns.map((column) => foldName(column.after.name)));
  return after.columns
    .filter(({ name, generated }) => generated === undefined && !known.has(foldName(name)))
    .map(({ name }) => name);
}

/** How many rows have a value, for each of the columns of alias `a`. */
function countValues(connection: Connection, columns: readonly string[], from: string): number[] {
  if (columns.length === 0) return [];
  const [counts = []] = connection.rows(
    `SELECT ${columns.map((column) => `count(a.${quoteName(column)})`).join(', ')} FROM ${from}`,
  );
  return counts.map(Number);
}
