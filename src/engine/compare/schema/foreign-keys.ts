import type { ObjectChange } from '../../../facts/changes.ts';
import type { ForeignKey } from '../../../facts/schema.ts';
import { sameName, sameNames } from '../../../sql/quote.ts';
import type { TablePair } from '../lineage/pairing.ts';
import type { Renamer } from '../lineage/renamer.ts';

/** Foreign keys lost, added, or pointing or acting otherwise, compared under the names of *after*. */
export function diffForeignKeys({ before, after }: TablePair, rename: Renamer): ObjectChange[] {
  const keysBefore = before.foreignKeys.map((key) => renamed(key, before.name, rename));
  const table = after.name;
  const removed = keysBefore.filter((key) => !after.foreignKeys.some((other) => same(key, other)));
  const added = after.foreignKeys.filter((key) => !keysBefore.some((other) => same(key, other)));
  const changes = removed.map((key): ObjectChange => {
    const at = added.findIndex((other) => sameNames(other.columns, key.columns));
    const [successor] = at === -1 ? [] : added.splice(at, 1);
    const subject = {
      kind: 'foreign-key',
      name: key.columns.join(', '),
      table,
      columns: key.columns,
    } as const;
    if (successor === undefined) return { ...subject, change: 'removed', detail: describe(key) };
    return { ...subject, change: 'changed', detail: `${describe(key)} → ${describe(successor)}` };
  });
  return [
    ...changes,
    ...added.map((key): ObjectChange => {
      const name = key.columns.join(', ');
      return {
        kind: 'foreign-key',
        name,
        table,
        columns: key.columns,
        change: 'added',
        detail: describe(key),
      };
    }),
  ];
}

function renamed(key: ForeignKey, table: string, rename: Renamer): ForeignKey {
  return {
    ...key,
    columns: key.columns.map((column) => rename.column(table, column)),
    parent: rename.table(key.parent),
    parentColumns: key.parentColumns.map((column) => rename.column(key.parent, column)),
  };
}

function same(left: ForeignKey, right: ForeignKey): boolean {
  return (
    sameNames(left.columns, right.columns) &&
    sameName(left.parent, right.parent) &&
    sameNames(left.parentColumns, right.parentColumns) &&
    left.onDelete === right.onDelete &&
    left.onUpdate === right.onUpdate &&
    left.deferred === right.deferred
  );
}

function describe({ parent, parentColumns, onDelete, onUpdate, deferred }: ForeignKey): string {
  const more = [
    onDelete !== 'NO ACTION' && `ON DELETE ${onDelete}`,
    onUpdate !== 'NO ACTION' && `ON UPDATE ${onUpdate}`,
    deferred && 'DEFERRABLE INITIALLY DEFERRED',
  ];
  return [`REFERENCES ${parent}(${parentColumns.join(', ')})`, ...more.filter(Boolean)].join(' ');
}
