import type { Table } from '../../facts/schema.ts';
import { foldName } from '../../sql/quote.ts';
import type { ColumnPair, TablePair } from './pairing.ts';

/** The primary key of *before*, where all of its columns still exist; `undefined` for a table without one. */
export function commonKey({ before, columns }: TablePair): ColumnPair[] | undefined {
  if (before.primaryKey.length === 0) return undefined;
  const byName = new Map(columns.map((column) => [foldName(column.before.name), column]));
  const key = before.primaryKey.map((name) => byName.get(foldName(name)));
  return key.every((column) => column !== undefined) ? key : undefined;
}

/** The same where no two rows of a side share it, so that it pairs rows by itself. */
export function uniqueKey(pair: TablePair): ColumnPair[] | undefined {
  return isUnique(pair.before) && isUnique(pair.after) ? commonKey(pair) : undefined;
}

/** No two rows share a primary key: an ordinary table lets its key be NULL, and so repeat, unless it says NOT NULL. */
function isUnique({ primaryKey, rowidAlias, withoutRowid, columns }: Table): boolean {
  if (rowidAlias !== undefined || withoutRowid) return true;
  const required = new Set(columns.filter(({ notNull }) => notNull).map(({ name }) => foldName(name)));
  return primaryKey.length > 0 && primaryKey.every((name) => required.has(foldName(name)));
}
