import type { Schema } from '../../../facts/schema.ts';
import { foldName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { Resolver } from '../../sqlite/resolver.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { Pairing, TablePair } from '../lineage/pairing.ts';
import { type Renamer, renamer } from '../lineage/renamer.ts';

/** One side while meanings are compared. */
export interface Side {
  schema: Schema;
  resolver: Resolver;
  /** CREATE texts of views and triggers, by folded name. */
  texts: ReadonlyMap<string, string>;
  /** Columns of a table or view, but for hidden ones; empty where there is none, or it does not compile. */
  columns(name: string): string[];
  /** Those that an INSERT without a list fills. */
  filled(name: string): string[];
}

/** Both sides, and how names of the one become names of the other. */
export interface Sides {
  before: Side;
  after: Side;
  rename: Renamer;
  /** The pair of a table by its name in *before*, or in *after*. */
  pairBefore(name: string): TablePair | undefined;
  pairAfter(name: string): TablePair | undefined;
  /** Folded names, of either side, of tables and views that are not what they were, and of what reads them. */
  touched: ReadonlySet<string>;
}

/** Opens both copies for `act`; nothing is opened where no table, view or trigger is another one. */
export function withSides<Result>(
  { connection, before, after }: ComparisonContext,
  paths: { before: string; after: string },
  { pairs, renames }: Pairing,
  act: (sides: Sides) => Result,
): Result | undefined {
  const texts = { before: textsOf(connection, 'old'), after: textsOf(connection, 'main') };
  const touched = touchedNames({ before, after }, texts, pairs);
  const isSame = [...texts.before].every(([name, text]) => texts.after.get(name) === text);
  if (texts.before.size + texts.after.size === 0) return undefined;
  if (touched.size === 0 && isSame && texts.before.size === texts.after.size) return undefined;
  const resolvers = [new Resolver(paths.before)];
  try {
    const [former] = resolvers;
    const current = new Resolver(paths.after);
    resolvers.push(current);
    if (former === undefined) return undefined;
    return act({
      before: { schema: before, resolver: former, texts: texts.before, ...columnsOf(former) },
      after: { schema: after, resolver: current, texts: texts.after, ...columnsOf(current) },
      rename: renamer(renames),
      ...pairsByName(pairs),
      touched,
    });
  } finally {
    for (const resolver of resolvers) resolver.close();
  }
}

function pairsByName(pairs: readonly TablePair[]): Pick<Sides, 'pairBefore' | 'pairAfter'> {
  const before = new Map(pairs.map((pair) => [foldName(pair.before.name), pair]));
  const after = new Map(pairs.map((pair) => [foldName(pair.after.name), pair]));
  return {
    pairBefore: (name) => before.get(foldName(name)),
    pairAfter: (name) => after.get(foldName(name)),
  };
}

function textsOf(connection: Connection, schema: 'main' | 'old'): Map<string, string> {
  const rows = connection.objects<{ name: string; sql: string | null }>(
    `SELECT name, sql FROM ${schema}.sqlite_schema WHERE type IN ('view', 'trigger')`,
  );
  return new Map(rows.map(({ name, sql }) => [foldName(name), sql ?? '']));
}

function columnsOf(resolver: Resolver): Pick<Side, 'columns' | 'filled'> {
  const known = new Map<string, ReturnType<Resolver['columns']>>();
  const read = (name: string) => {
    const columns = known.get(name) ?? resolver.columns(name);
    known.set(name, columns);
    return columns;
  };
  return {
    columns: (name) => read(name).flatMap((column) => (column.hidden === 1 ? [] : column.name)),
    filled: (name) => read(name).flatMap((column) => (column.hidden === 0 ? column.name : [])),
  };
}

function touchedNames(
  { before, after }: { before: Schema; after: Schema },
  texts: { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> },
  pairs: readonly TablePair[],
): Set<string> {
  const same = new Set(
    pairs.flatMap((pair) =>
      pair.before.sql === pair.after.sql && pair.before.name === pair.after.name ? pair.after.name : [],
    ),
  );
  const touched = new Set(
    [...before.tables, ...after.tables].flatMap(({ name }) => (same.has(name) ? [] : foldName(name))),
  );
  const views = [...new Set([...before.views, ...after.views].map(({ name }) => foldName(name)))];
  for (const name of views) if (texts.before.get(name) !== texts.after.get(name)) touched.add(name);
  const readers = readersOf(views, texts);
  // Views read views. Iterating over a set also visits what is added to it meanwhile.
  for (const name of touched) for (const reader of readers.get(name) ?? []) touched.add(reader);
  return touched;
}

/** By every name in a text: the views that have it there. */
function readersOf(
  views: readonly string[],
  texts: { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> },
): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const view of views) {
    for (const name of namesIn(texts.after.get(view) ?? texts.before.get(view) ?? '')) {
      const known = readers.get(name);
      if (known === undefined) readers.set(name, [view]);
      else known.push(view);
    }
  }
  return readers;
}

/** Whether a text holds one of the folded names. */
export function mentions(sql: string, names: ReadonlySet<string>): boolean {
  return meaningfulTokens(sql).some(
    (token) => (token.kind === 'word' || token.kind === 'quoted') && names.has(foldName(nameOf(sql, token))),
  );
}

/** Folded names that stand in the text. */
export function namesIn(sql: string): Set<string> {
  const names = meaningfulTokens(sql).filter(({ kind }) => kind === 'word' || kind === 'quoted');
  return new Set(names.map((token) => foldName(nameOf(sql, token))));
}

/** Folded names in double quotes. */
export function inDoubleQuotes(sql: string): Set<string> {
  const quoted = meaningfulTokens(sql).filter(({ kind, start }) => kind === 'quoted' && sql[start] === '"');
  return new Set(quoted.map((token) => foldName(nameOf(sql, token))));
}

/** `table.column`, for people. */
export function dotted(table: string, column: string | undefined): string {
  return column === undefined ? table : `${table}.${column}`;
}

export function isNamed(name: string): (item: { name: string }) => boolean {
  const folded = foldName(name);
  return (item) => foldName(item.name) === folded;
}
