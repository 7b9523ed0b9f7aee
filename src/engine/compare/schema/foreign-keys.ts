import type { ObjectChange } from '../../../facts/changes.ts';
import type { ForeignKey, Table } from '../../../facts/schema.ts';
import { sameName, sameNames } from '../../../sql/quote.ts';
import type { TablePair } from '../lineage/pairing.ts';
import type { Renamer } from '../lineage/renamer.ts';

/** Foreign keys lost, added, or pointing or acting otherwise, compared under the names of *after*. */
export function diffForeignKeys(pair: TablePair, rename: Renamer): ObjectChange[] {
  const { before, after } = pair;
  const keysBefore = before.foreignKeys.map((key) => renamed(key, before.name, rename));
  const table = after.name;
  const removed = keysBefore.filter((key) => !after.foreignKeys.some((other) => same(key, other)));
  const added = after.foreignKeys.filter((key) => !keysBefore.some((other) => same(key, other)));
  const changes = removed.map((key): ObjectChange => {
    const successor = successorOf(key, added);
    const subject = {
      kind: 'foreign-key',
      name: key.columns.join(', '),
      table,
      columns: key.columns,
    } as const;
    if (successor === undefined) return { ...subject, change: 'removed', detail: describe(key) };
    added.splice(added.indexOf(successor), 1);
    const effect = effectOf(key, successor, after);
    const name = sameNames(key.columns, successor.columns) ? '' : `(${successor.columns.join(', ')}) `;
    const detail = `${describe(key)} → ${name}${describe(successor)}`;
    return { ...subject, change: 'changed', detail, ...(effect && { effect }) };
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

/** The key on the same columns, else one on these and more, else one that shares some of them. */
function successorOf(key: ForeignKey, added: readonly ForeignKey[]): ForeignKey | undefined {
  const has = (other: ForeignKey, name: string) => other.columns.some((one) => sameName(one, name));
  return (
    added.find((other) => sameNames(other.columns, key.columns)) ??
    added.find((other) => widens(key, other)) ??
    added.find((other) => key.columns.some((name) => has(other, name)))
  );
}

/** Each column still means the same one of the same parent, with the same actions; there are more of them. */
function widens(key: ForeignKey, other: ForeignKey): boolean {
  return (
    sameName(key.parent, other.parent) &&
    acts(key) === acts(other) &&
    key.columns.every((name, at) => {
      const place = other.columns.findIndex((one) => sameName(one, name));
      return place !== -1 && sameName(other.parentColumns[place] ?? '', key.parentColumns[at] ?? '');
    })
  );
}

function acts({ onDelete, onUpdate, deferred }: ForeignKey): string {
  return `${onDelete} ${onUpdate} ${deferred}`;
}

/**
 * A key of more columns guards no row of which one of them is NULL. One that is only asked at the COMMIT now lets no
 * broken row stay; one that no longer waits for it refuses what was allowed, so the other way round is no such case.
 */
function effectOf(key: ForeignKey, other: ForeignKey, { columns }: Table): ObjectChange['effect'] {
  if (!widens({ ...key, deferred: key.deferred || other.deferred }, other)) return undefined;
  const isFilled = (name: string) => columns.some((one) => sameName(one.name, name) && one.notNull);
  const more = other.columns.filter((name) => !key.columns.some((one) => sameName(one, name)));
  return more.every(isFilled) ? 'kept' : 'relaxed';
}

function renamed(key: ForeignKey, table: string, rename: Renamer): ForeignKey {
  return {
    ...key,
    columns: key.columns.map((column) => rename.column(table, column)),
    parent: rename.table(key.parent),
    parentColumns: key.parentColumns.map((column) => rename.column(key.parent, column)),
  };
}

/** The same columns in whatever order. */
function same(left: ForeignKey, right: ForeignKey): boolean {
  return left.columns.length === right.columns.length && widens(left, right);
}

function describe({ parent, parentColumns, onDelete, onUpdate, deferred }: ForeignKey): string {
  const more = [
    onDelete !== 'NO ACTION' && `ON DELETE ${onDelete}`,
    onUpdate !== 'NO ACTION' && `ON UPDATE ${onUpdate}`,
    deferred && 'DEFERRABLE INITIALLY DEFERRED',
  ];
  return [`REFERENCES ${parent}(${parentColumns.join(', ')})`, ...more.filter(Boolean)].join(' ');
}
