import type { ObjectChange } from '../../../facts/changes.ts';
import type { Index, Schema } from '../../../facts/schema.ts';
import { foldName, sameName, sameNames } from '../../../sql/quote.ts';
import type { Pairing, TablePair } from '../lineage/pairing.ts';
import { type Renamer, renamer } from '../lineage/renamer.ts';
import { diffConstraints } from './constraints.ts';
import { diffForeignKeys } from './foreign-keys.ts';
import { guards } from './unique-keys.ts';

/**
 * What became of every object of the schema, from the two schemas alone. `held` of removed tables and columns is
 * counted elsewhere. Texts are compared in canonical spelling and under the new names, so that a rename or another
 * way of writing the same thing is no change.
 */
export function diffSchemas(before: Schema, after: Schema, pairing: Pairing): ObjectChange[] {
  const rename = renamer(pairing.renames);
  const tables = diffTables(before, after, pairing);
  const views = diffNamed('view', before.views, after.views, rename);
  const gone = new Set(
    [...tables, ...views].filter(({ change }) => change === 'removed').map(({ name }) => foldName(name)),
  );
  return [
    ...tables,
    ...pairing.pairs.flatMap((pair) => [
      ...diffColumns(pair),
      ...diffConstraints(pair, after.indexes, rename),
      ...diffForeignKeys(pair, rename),
    ]),
    ...withOwners(diffIndexes(before, after, rename), before.indexes, gone),
    ...withOwners(diffNamed('trigger', before.triggers, after.triggers, rename), before.triggers, gone),
    ...views,
  ];
}

function diffTables(before: Schema, after: Schema, { pairs, renames }: Pairing): ObjectChange[] {
  const removed = before.tables.filter((table) => !pairs.some((pair) => pair.before === table));
  const added = after.tables.filter((table) => !pairs.some((pair) => pair.after === table));
  return [
    ...removed.map(({ name }) => ({ kind: 'table', name, table: name, change: 'removed' }) as const),
    ...added.map(({ name }) => ({ kind: 'table', name, table: name, change: 'added' }) as const),
    ...renames.map(
      ({ kind, table, from, to }): ObjectChange => ({ kind, name: to, table, change: 'renamed', from }),
    ),
  ];
}

/** Marks what went with its owner in *before*: in *after*, another table can have the owner's name. */
function withOwners(
  changes: readonly ObjectChange[],
  before: readonly { name: string; table: string }[],
  gone: ReadonlySet<string>,
): ObjectChange[] {
  return changes.map((object) => {
    const owner = before.find(({ name }) => sameName(name, object.name))?.table;
    const went = object.change === 'removed' || object.change === 'changed';
    return went && owner !== undefined && gone.has(foldName(owner)) ? { ...object, withOwner: true } : object;
  });
}

function diffColumns({ before, after, columns }: TablePair): ObjectChange[] {
  const table = after.name;
  const kept = new Set(columns.map((column) => column.before));
  const known = new Set(columns.map((column) => column.after));
  const removed = before.columns.filter((column) => !kept.has(column));
  const added = after.columns.filter((column) => !known.has(column));
  const retyped = columns.filter((column) => foldName(column.before.type) !== foldName(column.after.type));
  return [
    ...removed.map(({ name }) => ({ kind: 'column', name, table, change: 'removed' }) as const),
    ...added.map(
      ({ name, type }) => ({ kind: 'column', name, table, change: 'added', detail: type }) as const,
    ),
    ...retyped.map((column): ObjectChange => {
      const detail = `${column.before.type || 'no type'} → ${column.after.type || 'no type'}`;
      return { kind: 'column', name: column.after.name, table, change: 'changed', detail };
    }),
  ];
}

function diffIndexes(before: Schema, after: Schema, rename: Renamer): ObjectChange[] {
  const partners = new Map(after.indexes.map((index) => [foldName(index.name), index]));
  const added = after.indexes.filter(
    ({ name }) => !before.indexes.some((index) => sameName(index.name, name)),
  );
  const changes: ObjectChange[] = [];
  for (const index of before.indexes) {
    const { name } = index;
    const table = rename.table(index.table);
    const owners = ownersOf(index, { before, after }, rename);
    const isSame = (other: Index) =>
      owners !== undefined &&
      sameName(owners.after.name, other.table) &&
      rename.sameText(index.definition, other.definition, owners);
    const partner = partners.get(foldName(name));
    if (partner !== undefined) {
      if (!isSame(partner)) changes.push({ kind: 'index', name, table, change: 'changed' });
      continue;
    }
    const twin = added.findIndex(isSame);
    const [successor] = twin === -1 ? [] : added.splice(twin, 1);
    if (successor !== undefined) {
      changes.push({ kind: 'index', name: successor.name, table, change: 'renamed', from: name });
    } else if (!becameConstraint(index, owners, rename)) {
      changes.push({ kind: 'index', name, table, change: 'removed' });
    }
  }
  return [
    ...changes,
    ...added.map(({ name, table }) => ({ kind: 'index', name, table, change: 'added' }) as const),
  ];
}

type Owners = Pick<TablePair, 'before' | 'after'>;

/** The table of an index of *before*, on both sides; `undefined` where it is gone. */
function ownersOf(
  { table }: Index,
  schemas: { before: Schema; after: Schema },
  rename: Renamer,
): Owners | undefined {
  const before = schemas.before.tables.find(({ name }) => sameName(name, table));
  const after = schemas.after.tables.find(({ name }) => sameName(name, rename.table(table)));
  return before && after && { before, after };
}

/**
 * A plain unique index whose columns are now UNIQUE or the PRIMARY KEY is the same constraint, written differently; with
 * its columns in another order it would serve other queries.
 */
function becameConstraint({ table, key }: Index, owners: Owners | undefined, rename: Renamer): boolean {
  if (key === undefined || owners === undefined) return false;
  const { before, after } = owners;
  const columns = key.columns.map((name) => rename.column(table, name));
  return after.keys.some(
    (other) =>
      sameNames(columns, other.columns) &&
      guards({ key, table: before }, { key: other, table: after }, rename),
  );
}

interface NamedText {
  name: string;
  table?: string;
  definition: string;
}

function diffNamed(
  kind: 'trigger' | 'view',
  before: readonly NamedText[],
  after: readonly NamedText[],
  rename: Renamer,
): ObjectChange[] {
  const described = ({ name, table }: NamedText, change: ObjectChange['change']): ObjectChange => ({
    kind,
    name,
    ...(table !== undefined && { table: change === 'added' ? table : rename.table(table) }),
    change,
  });
  const changes = before.flatMap((object) => {
    const partner = after.find(({ name }) => sameName(name, object.name));
    if (partner === undefined) return [described(object, 'removed')];
    return rename.sameText(object.definition, partner.definition) ? [] : [described(object, 'changed')];
  });
  const added = after.filter(({ name }) => !before.some((object) => sameName(object.name, name)));
  return [...changes, ...added.map((object) => described(object, 'added'))];
}
