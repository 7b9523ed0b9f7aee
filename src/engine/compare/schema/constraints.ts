import type { ObjectChange } from '../../../facts/changes.ts';
import type { Column, Index, Table, TableKey } from '../../../facts/schema.ts';
import { sameName, sameNames } from '../../../sql/quote.ts';
import type { ColumnPair, TablePair } from '../lineage/pairing.ts';
import type { Renamer } from '../lineage/renamer.ts';
import { diffChecks } from './check-constraints.ts';
import { describeColumns, guards, type OwnedKey } from './unique-keys.ts';

/**
 * Constraints of a table that exists on both sides; those of columns that are gone went with the column. `indexes`:
 * those of *after*, because a unique index is a UNIQUE constraint, written differently.
 */
export function diffConstraints(pair: TablePair, indexes: readonly Index[], rename: Renamer): ObjectChange[] {
  return [
    ...pair.columns.flatMap((column) => diffColumn(column, pair, rename)),
    ...diffTableConstraints(pair, indexes, rename),
  ].map((change) => ({ ...change, table: pair.after.name }));
}

function diffColumn(column: ColumnPair, tables: TablePair, rename: Renamer): ObjectChange[] {
  const constraintsBefore = columnConstraints(column.before, tables.before);
  const constraintsAfter = columnConstraints(column.after, tables.after);
  const sameText = (before = '', after = '') => rename.sameExpression(before, after, tables);
  return Object.entries(constraintsAfter).flatMap(([name, after]) => {
    const before = constraintsBefore[name];
    const isSame = before?.kind === after?.kind && sameText(before?.expression, after?.expression);
    return isSame
      ? []
      : [changeOf(name, [column.after.name], { before: textOf(before), after: textOf(after) })];
  });
}

/** `expression` is what can be written in more than one way. */
interface ColumnConstraint {
  kind: string;
  expression?: string;
}

function textOf(constraint: ColumnConstraint | undefined): string | undefined {
  return constraint?.kind.replace('…', () => constraint.expression ?? '');
}

function columnConstraints(
  column: Column,
  { rowidAlias }: Table,
): Record<string, ColumnConstraint | undefined> {
  const { generated } = column;
  // A rowid is never NULL, said or not; and no default is DEFAULT NULL.
  const notNull = column.notNull || column.name === rowidAlias;
  const defaults = column.default !== undefined && column.default !== 'null';
  return {
    'NOT NULL': notNull ? { kind: `NOT NULL${onConflict(column)}` } : undefined,
    DEFAULT: defaults ? { kind: 'DEFAULT …', expression: column.default ?? '' } : undefined,
    COLLATE: column.collate === undefined ? undefined : { kind: `COLLATE ${column.collate}` },
    GENERATED: generated && {
      kind: `AS (…) ${generated.stored ? 'STORED' : 'VIRTUAL'}`,
      expression: generated.expression,
    },
  };
}

function diffTableConstraints(pair: TablePair, indexes: readonly Index[], rename: Renamer): ObjectChange[] {
  const { before, after } = pair;
  return [
    ...diffPrimaryKey(pair, rename),
    ...flag('STRICT', before.strict, after.strict),
    ...flag('WITHOUT ROWID', before.withoutRowid, after.withoutRowid),
    ...diffUnique(pair, indexes, rename),
    ...diffChecks(pair, rename),
  ];
}

function diffPrimaryKey({ before, after }: TablePair, rename: Renamer): ObjectChange[] {
  const [keyBefore] = keysOf(before, 'PRIMARY KEY');
  const [keyAfter] = keysOf(after, 'PRIMARY KEY');
  const columns = before.primaryKey.map((name) => rename.column(before.name, name));
  const isKept =
    keyBefore === undefined || keyAfter === undefined
      ? keyBefore === keyAfter
      : sameNames(columns, after.primaryKey) &&
        guards(keyBefore, keyAfter, rename) &&
        !losesRowid(before, after);
  if (!isKept) {
    const texts = { before: keyBefore && describeKey(keyBefore), after: keyAfter && describeKey(keyAfter) };
    return [changeOf('PRIMARY KEY', keyBefore === undefined ? after.primaryKey : columns, texts)];
  }
  // Without a key that is the rowid there is nothing to number.
  return flag('AUTOINCREMENT', before.autoincrement, after.autoincrement, columns);
}

/** A key that is the rowid gets a number by itself where an INSERT gives none. */
function losesRowid(before: Table, after: Table): boolean {
  return before.rowidAlias !== undefined && after.rowidAlias === undefined;
}

function diffUnique(
  { before, after }: TablePair,
  indexes: readonly Index[],
  rename: Renamer,
): ObjectChange[] {
  const namesAfter = ({ key }: OwnedKey) => key.columns.map((name) => rename.column(before.name, name));
  const keysAfter = keysOf(after);
  const guarding = [
    ...keysAfter,
    ...indexes.flatMap(({ table, key }) =>
      key && sameName(table, after.name) ? [{ key, table: after }] : [],
    ),
  ];
  const lost = keysOf(before, 'UNIQUE').filter(
    (key) => !guarding.some((other) => guards(key, other, rename)),
  );
  const isNew = ({ key }: OwnedKey) =>
    !keysOf(before).some((other) => sameSet(namesAfter(other), key.columns));
  return [
    ...lost.map((owned) => {
      const columns = namesAfter(owned);
      const successor =
        keysAfter.find(({ key }) => sameSet(columns, key.columns)) ??
        keysAfter.find(({ key }) => key.kind === 'UNIQUE' && isPart(columns, key.columns));
      const texts = { before: describeKey(owned), after: successor && describeKey(successor) };
      return changeOf('UNIQUE', columns, texts);
    }),
    ...keysOf(after, 'UNIQUE')
      .filter(isNew)
      .map((owned) => changed('UNIQUE', owned.key.columns, 'added', describeKey(owned))),
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

/** The texts of the two sides differ; where one is absent, the constraint is not there. */
function changeOf(
  name: string,
  columns: string[],
  { before, after }: { before: string | undefined; after: string | undefined },
): ObjectChange {
  if (before === undefined) return changed(name, columns, 'added', after ?? '');
  return after === undefined
    ? changed(name, columns, 'removed', before)
    : changed(name, columns, 'changed', `${before} → ${after}`);
}

function changed(
  name: string,
  columns: string[],
  change: ObjectChange['change'],
  detail: string,
): ObjectChange {
  return { kind: 'constraint', name, ...(columns.length > 0 && { columns }), change, detail };
}

function isPart(few: readonly string[], many: readonly string[]): boolean {
  return few.every((name) => many.some((other) => sameName(name, other)));
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && isPart(left, right);
}
