import type { ObjectChange, Rename } from '../../facts/changes.ts';
import type { Schema } from '../../facts/schema.ts';
import { foldName, sameName, sameNames } from '../../sql/quote.ts';
import type { TablePair } from '../compare/lineage/pairing.ts';
import { renamer } from '../compare/lineage/renamer.ts';
import { diffConstraints } from '../compare/schema/constraints.ts';
import { diffForeignKeys } from '../compare/schema/foreign-keys.ts';
import { diffSearchIndex } from '../compare/schema/search-options.ts';

/** Kinds that live in their table: a rebuild loses them with the new CREATE TABLE. The others have names of their own. */
const INNER = new Set<ObjectChange['kind']>(['column', 'constraint', 'foreign-key', 'search-index']);

export function isInner({ kind }: ObjectChange): boolean {
  return INNER.has(kind);
}

/** Definitions of all indexes, triggers and views, by kind and name. */
export type Definitions = ReadonlyMap<string, string>;

export function definitionsOf({ indexes, triggers, views }: Schema): Definitions {
  const lists = { index: indexes, trigger: triggers, view: views };
  return new Map(
    Object.entries(lists).flatMap(([kind, list]) =>
      list.map(({ name, definition }) => [keyOf(kind, name), definition] as const),
    ),
  );
}

/** Whether an object of *before* has become what the comparison of the finished migration found. */
export function hasChanged(
  { kind, name, change }: ObjectChange,
  before: Definitions,
  current: Definitions,
): boolean {
  const key = keyOf(kind, name);
  if (change === 'removed') return !current.has(key);
  return current.has(key) && current.get(key) !== before.get(key);
}

function keyOf(kind: string, name: string): string {
  return `${kind}\0${foldName(name)}`;
}

/** The same for what is inside a table; `pair` is that table of *before* and what it is in the `current` schema. */
export function hasInnerChanged(
  object: ObjectChange,
  pair: TablePair,
  current: Schema,
  renames: readonly Rename[],
): boolean {
  const { kind, name, change } = object;
  if (kind === 'column') return hasColumnChanged(object, pair);
  const rename = renamer(renames);
  const diff = {
    constraint: () => diffConstraints(pair, current.indexes, rename),
    'foreign-key': () => diffForeignKeys(pair, rename),
    'search-index': () => diffSearchIndex(pair, rename),
  };
  const changes = kind in diff ? diff[kind as keyof typeof diff]() : [];
  return changes.some(
    (found) =>
      found.change === change &&
      // On the way, the search index may have another name.
      (found.name === name || kind === 'search-index') &&
      sameNames(found.columns ?? [], object.columns ?? []) &&
      // A table can lose one of several CHECKs; what a changed one is on the way may differ.
      (change === 'changed' || found.detail === object.detail),
  );
}

function hasColumnChanged({ name, change }: ObjectChange, { after, columns }: TablePair): boolean {
  if (change === 'removed') return !after.columns.some((column) => sameName(column.name, name));
  const pair = columns.find(
    (column) => sameName(column.after.name, name) || sameName(column.before.name, name),
  );
  return pair !== undefined && foldName(pair.before.type) !== foldName(pair.after.type);
}
