import type { Table, UniqueKey } from '../../../facts/schema.ts';
import { sameName } from '../../../sql/quote.ts';
import type { Renamer } from '../lineage/renamer.ts';

/** A key of a table, be it a constraint or a unique index. */
export interface OwnedKey {
  key: UniqueKey;
  table: Table;
}

/** Whatever `before` lets stand only once, `after` lets stand only once too, and both meet a second one in the same way. */
export function guards(before: OwnedKey, after: OwnedKey, rename: Renamer): boolean {
  const names = before.key.columns.map((column) => rename.column(before.table.name, column));
  return (
    before.key.onConflict === after.key.onConflict &&
    // Fewer columns let in less.
    after.key.columns.every((column, at) => {
      const place = names.findIndex((name) => sameName(name, column));
      const collation = before.key.collations[place];
      // What is equal in bytes is equal under every collation; another one of the column's own is told of the column.
      const isKept = collation === after.key.collations[at] || collation === 'BINARY';
      return place !== -1 && (isKept || (isOwn(before, place) && isOwn(after, at)));
    })
  );
}

/** The columns of a key, each with its collation where it is not the column's own. */
export function describeColumns(owned: OwnedKey): string {
  const { columns, collations } = owned.key;
  return columns
    .map((column, at) => (isOwn(owned, at) ? column : `${column} COLLATE ${collations[at]}`))
    .join(', ');
}

function isOwn({ key, table }: OwnedKey, at: number): boolean {
  const column = table.columns.find(({ name }) => sameName(name, key.columns[at] ?? ''));
  return (column?.collate ?? 'BINARY') === key.collations[at];
}
