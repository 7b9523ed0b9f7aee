import type { ObjectChange } from '../../../facts/changes.ts';
import type { Schema } from '../../../facts/schema.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import type { Pairing, TablePair } from '../lineage/pairing.ts';
import { type Renamer, renamer } from '../lineage/renamer.ts';
import { diffConstraints } from './constraints.ts';
import { diffForeignKeys } from './foreign-keys.ts';
import { diffIndexes } from './indexes.ts';
import { diffSearchIndex } from './search-options.ts';

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
      ...diffSearchIndex(pair, rename),
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
