import type { Table, UniqueKey } from '../../../facts/schema.ts';
import { sameName } from '../../../sql/quote.ts';
import type { Renamer } from '../lineage/renamer.ts';

/** A key of a table, be it a constraint or a unique index. */
export interface OwnedKey {
  key: UniqueKey;
  table: Table;
}

/** Whatever `former` lets stand only once, `present` lets stand only once too, and both meet a second one in the same way. */
export function guards(former: OwnedKey, present: OwnedKey, rename: Renamer): boolean {
  const { columns, collations, onConflict } = present.key;
  return (
    former.key.columns.length === columns.length &&
    former.key.onConflict === onConflict &&
    former.key.columns.every((column, at) => {
      const place = columns.findIndex((name) => sameName(name, rename.column(former.table.name, column)));
      const was = former.key.collations[at];
      // What is equal in bytes is equal under every collation; another one of the column's own is told of the column.
      const isKept = was === collations[place] || was === 'BINARY';
      return place !== -1 && (isKept || (isOwn(former, at) && isOwn(present, place)));
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
