import type { ObjectChange } from '../../facts/changes.ts';
import type { Column, Index, Table } from '../../facts/schema.ts';
import { canonical } from '../../sql/canonical.ts';
import { foldName, quoteName, sameName } from '../../sql/quote.ts';
import type { ColumnPair, TablePair } from './pairing.ts';
import type { Renamer } from './renamer.ts';

/** One constraint in words: `NOT NULL` on a column, `CHECK (price > 0)` on a table. */
interface Constraint {
  name: string;
  columns: string[];
  /** Absent: the constraint is not there. */
  text?: string;
}

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

/** The columns of `index` are what a UNIQUE or PRIMARY KEY constraint on `columns` of `table` guards. */
export function guardsLike({ definition }: Index, columns: readonly string[], table: Table): boolean {
  const names = columns.map((column) => canonical(quoteName(column)));
  const collations = columns.map(
    (column) => table.columns.find(({ name }) => sameName(name, column))?.collate ?? 'BINARY',
  );
  const effective = collations.every((name) => name === 'BINARY') ? '' : ` collate ${collations.join(', ')}`;
  return definition === `unique (${names.join(', ')})${effective}`;
}

function diffColumn(
  column: ColumnPair,
  table: { before: Table; after: Table },
  rename: Renamer,
): ObjectChange[] {
  const { after } = column;
  const former = columnConstraints(column.before, table.before, (text) =>
    rename.text(text, table.before.name),
  );
  const present = columnConstraints(after, table.after, (text) => text);
  return Object.keys(former).flatMap((name) => {
    const columns = [after.name];
    return changeOf({ name, columns, ...text(former[name]) }, { name, columns, ...text(present[name]) });
  });
}

function columnConstraints(
  column: Column,
  { rowidAlias }: Table,
  spell: (text: string) => string,
): Record<string, string | undefined> {
  const { generated } = column;
  // A rowid is never NULL, said or not; and no default is DEFAULT NULL.
  const notNull = column.notNull || column.name === rowidAlias;
  const defaults = column.default !== undefined && column.default !== 'null';
  return {
    'NOT NULL': notNull ? 'NOT NULL' : undefined,
    DEFAULT: defaults ? `DEFAULT ${column.default}` : undefined,
    COLLATE: column.collate === undefined ? undefined : `COLLATE ${column.collate}`,
    GENERATED: generated && `AS (${spell(generated.expression)}) ${generated.stored ? 'STORED' : 'VIRTUAL'}`,
  };
}

function diffTableConstraints(
  before: Table,
  after: Table,
  indexes: readonly Index[],
  rename: Renamer,
): ObjectChange[] {
  const carried = (names: readonly string[]) => names.map((name) => rename.column(before.name, name));
  const keys = [after.primaryKey, ...after.unique].map(setOf);
  const lostUnique = before.unique
    .map(carried)
    .filter(
      (columns) =>
        !keys.includes(setOf(columns)) &&
        !indexes.some((index) => sameName(index.table, after.name) && guardsLike(index, columns, after)),
    );
  const newUnique = after.unique.filter(
    (columns) => ![...before.unique, before.primaryKey].map(carried).map(setOf).includes(setOf(columns)),
  );
  const formerChecks = before.checks.map((check) => rename.text(check, before.name));
  const lostChecks = formerChecks.filter((check) => !after.checks.includes(check));
  const newChecks = after.checks.filter((check) => !formerChecks.includes(check));
  const primaryKey = carried(before.primaryKey);
  return [
    ...changeOf(keyConstraint(primaryKey), keyConstraint(after.primaryKey)),
    ...flag('STRICT', before.strict, after.strict),
    ...flag('WITHOUT ROWID', before.withoutRowid, after.withoutRowid),
    ...lostUnique.map((columns) => changed('UNIQUE', columns, 'removed', `UNIQUE (${columns.join(', ')})`)),
    ...newUnique.map((columns) => changed('UNIQUE', columns, 'added', `UNIQUE (${columns.join(', ')})`)),
    ...lostChecks.map((check) => changed('CHECK', [], 'removed', `CHECK (${check})`)),
    ...newChecks.map((check) => changed('CHECK', [], 'added', `CHECK (${check})`)),
  ];
}

function keyConstraint(columns: string[]): Constraint {
  const name = 'PRIMARY KEY';
  return columns.length === 0
    ? { name, columns }
    : { name, columns, text: `${name} (${columns.join(', ')})` };
}

function flag(name: string, before: boolean, after: boolean): ObjectChange[] {
  if (before === after) return [];
  return [changed(name, [], before ? 'removed' : 'added', name)];
}

function changeOf(before: Constraint, after: Constraint): ObjectChange[] {
  if (foldName(before.text ?? '') === foldName(after.text ?? '')) return [];
  const columns = before.text === undefined ? after.columns : before.columns;
  if (before.text === undefined) return [changed(after.name, columns, 'added', after.text ?? '')];
  if (after.text === undefined) return [changed(before.name, columns, 'removed', before.text)];
  return [changed(before.name, columns, 'changed', `${before.text} → ${after.text}`)];
}

function changed(
  name: string,
  columns: string[],
  change: ObjectChange['change'],
  detail: string,
): ObjectChange {
  return { kind: 'constraint', name, ...(columns.length > 0 && { columns }), change, detail };
}

function text(value: string | undefined): { text?: string } {
  return value === undefined ? {} : { text: value };
}

function setOf(names: readonly string[]): string {
  return names.map(foldName).sort().join('\0');
}
