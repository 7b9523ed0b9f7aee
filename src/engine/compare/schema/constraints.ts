import type { ObjectChange } from '../../../facts/changes.ts';
import type { Column, Index, Table, TableKey } from '../../../facts/schema.ts';
import { sameName, sameNames } from '../../../sql/quote.ts';
import type { ColumnPair, TablePair } from '../lineage/pairing.ts';
import type { Renamer } from '../lineage/renamer.ts';
import { describeColumns, guards, type OwnedKey } from './unique-keys.ts';

/**
 * Constraints of a table that exists on both sides; those of columns that are gone went with the column. `indexes`:
 * those of *after*, because a unique index is a UNIQUE constraint, written differently.
 */
export function diffConstraints(
  { before, after, columns }: TablePair,
  indexes: readonly Index[],
  rename: Renamer,
): ObjectChange[] {
  return [
    ...columns.flatMap((column) => diffColumn(column, { before, after }, rename)),
    ...diffTableConstraints(before, after, indexes, rename),
  ].map((change) => ({ ...change, table: after.name }));
}

function diffColumn(
  { before, after }: ColumnPair,
  tables: { before: Table; after: Table },
  rename: Renamer,
): ObjectChange[] {
  const former = columnConstraints(before, tables.before);
  const present = columnConstraints(after, tables.after);
  return Object.keys(present).flatMap((name) => {
    const [was, is] = [former[name], present[name]];
    const isSame = rename.sameText(was ?? '', is ?? '', tables);
    return isSame ? [] : [changeOf(name, [after.name], was, is)];
  });
}

function columnConstraints(column: Column, { rowidAlias }: Table): Record<string, string | undefined> {
  const { generated } = column;
  // A rowid is never NULL, said or not; and no default is DEFAULT NULL.
  const notNull = column.notNull || column.name === rowidAlias;
  const defaults = column.default !== undefined && column.default !== 'null';
  return {
    'NOT NULL': notNull ? `NOT NULL${onConflict(column)}` : undefined,
    DEFAULT: defaults ? `DEFAULT ${column.default}` : undefined,
    COLLATE: column.collate === undefined ? undefined : `COLLATE ${column.collate}`,
    GENERATED: generated && `AS (${generated.expression}) ${generated.stored ? 'STORED' : 'VIRTUAL'}`,
  };
}

function diffTableConstraints(
  before: Table,
  after: Table,
  indexes: readonly Index[],
  rename: Renamer,
): ObjectChange[] {
  const isSame = (was: string, is: string) => rename.sameText(was, is, { before, after });
  const lostChecks = before.checks.filter((was) => !after.checks.some((is) => isSame(was, is)));
  const newChecks = after.checks.filter((is) => !before.checks.some((was) => isSame(was, is)));
  return [
    ...diffPrimaryKey(before, after, rename),
    ...flag('STRICT', before.strict, after.strict),
    ...flag('WITHOUT ROWID', before.withoutRowid, after.withoutRowid),
    ...diffUnique(before, after, indexes, rename),
    ...lostChecks.map((check) => changed('CHECK', [], 'removed', `CHECK (${check})`)),
    ...newChecks.map((check) => changed('CHECK', [], 'added', `CHECK (${check})`)),
  ];
}

function diffPrimaryKey(before: Table, after: Table, rename: Renamer): ObjectChange[] {
  const [former] = keysOf(before, 'PRIMARY KEY');
  const [present] = keysOf(after, 'PRIMARY KEY');
  const columns = before.primaryKey.map((name) => rename.column(before.name, name));
  const isKept =
    former === undefined || present === undefined
      ? former === present
      : sameNames(columns, after.primaryKey) && guards(former, present, rename) && !losesRowid(before, after);
  if (!isKept) {
    const texts = [former, present].map((owned) => owned && describeKey(owned));
    return [changeOf('PRIMARY KEY', former === undefined ? after.primaryKey : columns, texts[0], texts[1])];
  }
  // Without a key that is the rowid there is nothing to number.
  return flag('AUTOINCREMENT', before.autoincrement, after.autoincrement, columns);
}

/** A key that is the rowid gets a number by itself where an INSERT gives none. */
function losesRowid(before: Table, after: Table): boolean {
  return before.rowidAlias !== undefined && after.rowidAlias === undefined;
}

function diffUnique(before: Table, after: Table, indexes: readonly Index[], rename: Renamer): ObjectChange[] {
  const names = ({ key }: OwnedKey) => key.columns.map((name) => rename.column(before.name, name));
  const present = keysOf(after);
  const guarding = [
    ...present,
    ...indexes.flatMap(({ table, key }) =>
      key && sameName(table, after.name) ? [{ key, table: after }] : [],
    ),
  ];
  const lost = keysOf(before, 'UNIQUE').filter((was) => !guarding.some((is) => guards(was, is, rename)));
  const isNew = (is: OwnedKey) => !keysOf(before).some((was) => sameSet(names(was), is.key.columns));
  return [
    ...lost.map((was) => {
      const successor = present.find((is) => sameSet(names(was), is.key.columns));
      return changeOf('UNIQUE', names(was), describeKey(was), successor && describeKey(successor));
    }),
    ...keysOf(after, 'UNIQUE')
      .filter(isNew)
      .map((is) => changed('UNIQUE', is.key.columns, 'added', describeKey(is))),
  ];
}

interface OwnedConstraint extends OwnedKey {
  key: TableKey;
}

function keysOf(table: Table, kind?: TableKey['kind']): OwnedConstraint[] {
  return table.keys.flatMap((key) => (kind === undefined || key.kind === kind ? [{ key, table }] : []));
}

function describeKey(owned: OwnedConstraint): string {
  const { key, table } = owned;
  const isRowid = key.kind === 'PRIMARY KEY' && table.rowidAlias !== undefined;
  return `${isRowid ? 'INTEGER ' : ''}${key.kind} (${describeColumns(owned)})${onConflict(key)}`;
}

function onConflict({ onConflict: action }: Pick<TableKey, 'onConflict'>): string {
  return action === undefined ? '' : ` ON CONFLICT ${action}`;
}

function flag(name: string, before: boolean, after: boolean, columns: string[] = []): ObjectChange[] {
  if (before === after) return [];
  return [changed(name, columns, before ? 'removed' : 'added', name)];
}

/** `was` and `is` differ; absent: the constraint is not there. */
function changeOf(
  name: string,
  columns: string[],
  was: string | undefined,
  is: string | undefined,
): ObjectChange {
  if (was === undefined) return changed(name, columns, 'added', is ?? '');
  return is === undefined
    ? changed(name, columns, 'removed', was)
    : changed(name, columns, 'changed', `${was} → ${is}`);
}

function changed(
  name: string,
  columns: string[],
  change: ObjectChange['change'],
  detail: string,
): ObjectChange {
  return { kind: 'constraint', name, ...(columns.length > 0 && { columns }), change, detail };
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.some((other) => sameName(name, other)));
}
