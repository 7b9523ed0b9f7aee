import type { ObjectChange } from '../../../facts/changes.ts';
import type { Column, Index, IndexColumn, Schema } from '../../../facts/schema.ts';
import { conjuncts, type Expression, literal } from '../../../sql/expression/expression.ts';
import { implies } from '../../../sql/expression/implication.ts';
import { parseExpression } from '../../../sql/expression/parse.ts';
import { foldName, sameName, sameNames } from '../../../sql/quote.ts';
import type { Owner, Renamer } from '../lineage/renamer.ts';
import { guards } from './unique-keys.ts';

interface Side {
  before: Schema;
  after: Schema;
}

/** What became of each index, and whether what a unique one kept out is still kept out. */
export function diffIndexes(before: Schema, after: Schema, rename: Renamer): ObjectChange[] {
  const schemas = { before, after };
  const partners = new Map(after.indexes.map((index) => [foldName(index.name), index]));
  const known = new Set(before.indexes.map(({ name }) => foldName(name)));
  const added = after.indexes.filter(({ name }) => !known.has(foldName(name)));
  const changes: ObjectChange[] = [];
  for (const index of before.indexes) {
    const { name } = index;
    const table = rename.table(index.table);
    const owner = ownerOf(index, schemas, rename);
    const isSame = (other: Index) => owner !== undefined && sameIndexes(index, other, owner, rename);
    const described = { kind: 'index', name, table, ...columnsOf(index, rename, owner) } as const;
    const partner = partners.get(foldName(name));
    if (partner !== undefined) {
      if (isSame(partner)) continue;
      const effect = owner && effectOf(index, partner, schemas, owner, rename);
      const detail = `${textOf(index, rename)} → ${textOf(partner)}`;
      changes.push({ ...described, change: 'changed', detail, ...(effect && { effect }) });
      continue;
    }
    const twin = added.findIndex(isSame);
    const [successor] = twin === -1 ? [] : added.splice(twin, 1);
    if (successor !== undefined) {
      changes.push({ kind: 'index', name: successor.name, table, change: 'renamed', from: name });
    } else if (owner === undefined || !becameConstraint(index, owner, rename)) {
      const effect = owner && effectOf(index, undefined, schemas, owner, rename);
      changes.push({
        ...described,
        change: 'removed',
        detail: textOf(index, rename),
        ...(effect && { effect }),
      });
    }
  }
  return [
    ...changes,
    ...added.map(({ name, table }) => ({ kind: 'index', name, table, change: 'added' }) as const),
  ];
}

/** The table of an index of *before*, on both sides; `undefined` where it is gone. */
function ownerOf({ table }: Index, schemas: Side, rename: Renamer): Owner | undefined {
  const before = schemas.before.tables.find(({ name }) => sameName(name, table));
  const after = schemas.after.tables.find(({ name }) => sameName(name, rename.table(table)));
  return before && after && { before, after };
}

/** Only of a unique one the columns are what it is about. */
function columnsOf(
  { columns, unique, table }: Index,
  rename: Renamer,
  owner?: Owner,
): Pick<ObjectChange, 'columns'> {
  const isPlain = columns.every(({ text }) => owner?.before.columns.some(({ name }) => name === text));
  return unique && isPlain ? { columns: columns.map(({ text }) => rename.column(table, text)) } : {};
}

function sameIndexes(left: Index, right: Index, owner: Owner, rename: Renamer): boolean {
  return (
    sameName(owner.after.name, right.table) &&
    left.unique === right.unique &&
    left.columns.length === right.columns.length &&
    startsWith(right, left, owner, rename) &&
    sameCondition(left, right, owner, rename)
  );
}

/** The first columns of `long` are those of `short`, in the same order: it serves the same queries. */
function startsWith(long: Index, short: Index, owner: Owner, rename: Renamer): boolean {
  return short.columns.every((column, at) => {
    const other = long.columns[at];
    return (
      other !== undefined &&
      column.collation === other.collation &&
      column.descending === other.descending &&
      sameColumns(column, other, owner, rename)
    );
  });
}

function sameColumns(
  left: Pick<IndexColumn, 'text'>,
  right: Pick<IndexColumn, 'text'>,
  owner: Owner,
  rename: Renamer,
): boolean {
  return rename.sameExpression(left.text, right.text, owner);
}

function sameCondition(
  { where: left }: Index,
  { where: right }: Index,
  owner: Owner,
  rename: Renamer,
): boolean {
  if (left === undefined || right === undefined) return left === right;
  return rename.sameExpression(left, right, owner);
}

/** `partner`: the index that has its name now. */
function effectOf(
  index: Index,
  partner: Index | undefined,
  { after }: Side,
  owner: Owner,
  rename: Renamer,
): ObjectChange['effect'] {
  if (!index.unique) {
    const isServed =
      partner !== undefined &&
      sameName(owner.after.name, partner.table) &&
      sameCondition(index, partner, owner, rename) &&
      startsWith(partner, index, owner, rename);
    return isServed ? 'kept' : undefined;
  }
  const guarding = [
    ...after.indexes.filter(
      (other) =>
        other.unique && sameName(other.table, owner.after.name) && covers(index, other, owner, rename),
    ),
    ...owner.after.keys
      .filter(
        (key) =>
          index.key !== undefined &&
          guards({ key: index.key, table: owner.before }, { key, table: owner.after }, rename),
      )
      .map(({ columns }) => ({ columns: columns.map((text) => ({ text })) })),
  ];
  if (guarding.length === 0) return 'unguarded';
  return guarding.some((other) => serves(other, index, owner, rename)) ? 'kept' : undefined;
}

/**
 * Of two unique ones, whether `other` finds what `index` found: either begins with all the columns of the other, and
 * behind a unique value there is but one row.
 */
function serves(
  other: { columns: readonly Pick<IndexColumn, 'text'>[] },
  index: Index,
  owner: Owner,
  rename: Renamer,
): boolean {
  const common = Math.min(index.columns.length, other.columns.length);
  return index.columns.slice(0, common).every((column, at) => {
    const beside = other.columns[at];
    return beside !== undefined && sameColumns(column, beside, owner, rename);
  });
}

/** Whatever `index` lets stand only once, `other` lets stand only once too. */
function covers(index: Index, other: Index, owner: Owner, rename: Renamer): boolean {
  return (
    reaches(index, other, owner, rename) &&
    other.columns.every((column) =>
      index.columns.some(
        (own) =>
          (own.collation === column.collation || own.collation === 'BINARY') &&
          sameColumns(own, column, owner, rename),
      ),
    )
  );
}

/** Each row that `index` lets stand only once is in `other` too. */
function reaches(index: Index, other: Index, owner: Owner, rename: Renamer): boolean {
  if (other.where === undefined || sameCondition(index, other, owner, rename)) return true;
  const needed = parseExpression(other.where);
  const conditions = index.where === undefined ? undefined : parseExpression(index.where);
  const given = { op: 'and', of: [...(conditions ? conjuncts(conditions) : []), ...present(index, owner)] };
  const reading = { sameName: rename.sameColumn(owner), nullPasses: false };
  return needed !== undefined && implies(given, needed, reading);
}

/** What is not NULL in these rows: columns that are never, and those of the index, where a NULL is no second one. */
function present({ columns }: Index, { before, after }: Owner): Expression[] {
  const isNeverNull = ({ name }: Column) =>
    after.columns.some(
      (column) => sameName(column.name, name) && (column.notNull || name === after.rowidAlias),
    );
  const names = before.columns.filter(isNeverNull).map(({ name }) => name);
  const indexed = columns.flatMap(({ text }) => parseExpression(text) ?? []);
  return [...names.map((name) => ({ op: 'name', text: foldName(name), of: [] })), ...indexed].map(
    (subject) => ({ op: 'not', of: [{ op: 'is', of: [subject, literal('null')] }] }),
  );
}

/**
 * A plain unique index whose columns are now UNIQUE or the PRIMARY KEY is the same constraint, written differently; with
 * its columns in another order it would serve other queries.
 */
function becameConstraint({ table, key }: Index, { before, after }: Owner, rename: Renamer): boolean {
  if (key === undefined) return false;
  const columns = key.columns.map((name) => rename.column(table, name));
  return after.keys.some(
    (other) =>
      sameNames(columns, other.columns) &&
      guards({ key, table: before }, { key: other, table: after }, rename),
  );
}

/** With a `rename`, under the names of *after*. */
function textOf({ table, unique, columns, where }: Index, rename?: Renamer): string {
  const listed = columns.map(
    ({ text, collation, descending }) =>
      `${rename?.column(table, text) ?? text}${collation === 'BINARY' ? '' : ` COLLATE ${collation}`}${descending ? ' DESC' : ''}`,
  );
  return `${unique ? 'UNIQUE ' : ''}(${listed.join(', ')})${where === undefined ? '' : ` WHERE ${where}`}`;
}
