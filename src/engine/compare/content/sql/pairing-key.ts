import type { Column, Table } from '../../../../facts/schema.ts';
import { foldName } from '../../../../sql/quote.ts';
import type { ColumnPair, TablePair } from '../../lineage/pairing.ts';
import { changesClass } from './keyed-rows.ts';
import { MOST_COLUMNS_TO_SORT } from './strict-sql.ts';

/** The primary key of *before*, where all of its columns still exist; `undefined` for a table without one. */
export function commonKey({ before, columns }: TablePair): ColumnPair[] | undefined {
  if (before.primaryKey.length === 0) return undefined;
  const byName = new Map(columns.map((column) => [foldName(column.before.name), column]));
  const key = before.primaryKey.map((name) => byName.get(foldName(name)));
  return key.every((column) => column !== undefined) ? key : undefined;
}

/** The same where no two rows of a side share it, so that it pairs rows by itself. */
export function uniqueKey(pair: TablePair): ColumnPair[] | undefined {
  const key = commonKey(pair);
  if (isUnique(pair.before) && isUnique(pair.after)) return key;
  // Of a key that became a text without NOT NULL, what is NULL has no partner, and all else has one.
  const isOwn =
    key?.length === pair.after.primaryKey.length && key.every(({ after }) => isKeyOf(pair.after, after));
  return isOwn && key.some(changesClass) ? key : undefined;
}

function isKeyOf({ primaryKey }: Table, { name }: Column): boolean {
  return primaryKey.some((own) => foldName(own) === foldName(name));
}

/** What pairs rows by itself: a unique key, else, of a table that is too wide to be sorted by its content, the rowid. */
export function pairingKey(pair: TablePair): ColumnPair[] | undefined {
  return uniqueKey(pair) ?? (pair.columns.length > MOST_COLUMNS_TO_SORT ? rowidKey(pair) : undefined);
}

function rowidKey({ before, after }: TablePair): ColumnPair[] | undefined {
  if (before.rowid === undefined || after.rowid === undefined) return undefined;
  const column = (name: string) => ({ name, type: 'INTEGER', notNull: true });
  return [{ before: column(before.rowid), after: column(after.rowid) }];
}

/** No two rows share a primary key: an ordinary table lets its key be NULL, and so repeat, unless it says NOT NULL. */
function isUnique({ primaryKey, rowidAlias, withoutRowid, columns }: Table): boolean {
  if (rowidAlias !== undefined || withoutRowid) return true;
  const required = new Set(columns.filter(({ notNull }) => notNull).map(({ name }) => foldName(name)));
  return primaryKey.length > 0 && primaryKey.every((name) => required.has(foldName(name)));
}
