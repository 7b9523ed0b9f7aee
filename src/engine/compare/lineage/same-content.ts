import type { Rename } from '../../../facts/changes.ts';
import type { Unchecked } from '../../../facts/health.ts';
import type { Column, Table } from '../../../facts/schema.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import { balanced, bare, differs, same } from '../content/sql/strict-sql.ts';
import { compareContent } from '../content/sql/table-content.ts';
import { columnNamed, type Lineage, type TableVersion } from './lineage.ts';
import { type ColumnPair, newColumns, type Pairing, type TablePair } from './pairing.ts';

export interface ContentPairing extends Pairing {
  /**
   * Columns that vanished, each with a new one of the same content where that proves nothing: one value in every row may
   * as well be there by chance.
   */
  alike: ReadonlyMap<Column, Column>;
}

/**
 * Adds the renames that no ALTER TABLE tells: tables and columns that vanished while new ones hold the very same values.
 * Nothing is read unless something vanished and something of its shape is new.
 */
export function pairByContent(
  context: ComparisonContext,
  { pairs, renames }: Pairing,
  lineage: Lineage,
): ContentPairing {
  const { connection } = context;
  const moved = movedTables(context, pairs);
  const tables = moved.map(
    (pair): Rename => ({
      kind: 'table',
      table: pair.after.name,
      from: pair.before.name,
      to: pair.after.name,
    }),
  );
  const all = [...pairs, ...moved].map((pair) => {
    const version = lineage.last.get(foldName(pair.after.name));
    return { pair, ...movedColumns(connection, pair, version) };
  });
  const columns = all.flatMap(({ pair, found }) =>
    found.map(
      (column): Rename => ({
        kind: 'column',
        table: pair.after.name,
        from: column.before.name,
        to: column.after.name,
      }),
    ),
  );
  return {
    pairs: all.map(({ pair, found }) =>
      found.length === 0 ? pair : { ...pair, columns: [...pair.columns, ...found] },
    ),
    renames: [...renames, ...tables, ...columns],
    alike: new Map(all.flatMap(({ alike }) => alike.map((column) => [column.before, column.after]))),
  };
}

function movedTables(
  { connection, before, after }: ComparisonContext,
  pairs: readonly TablePair[],
): TablePair[] {
  const vanished = before.tables.filter((table) => !pairs.some((pair) => pair.before === table));
  const added = after.tables.filter((table) => !pairs.some((pair) => pair.after === table));
  return inOrder(
    vanished.flatMap((one) => added.flatMap((other) => sameTable(connection, one, other) ?? [])),
  );
}

/**
 * Pairs two tables where *after* has every column of *before*, and the very same rows, at least one. A column may have
 * another name where the key tells which rows belong together.
 */
function sameTable(connection: Connection, before: Table, after: Table): TablePair | undefined {
  if (before.kind !== 'table' || after.kind !== 'table') return undefined;
  const byName = new Map(after.columns.map((column) => [foldName(column.name), column]));
  const columns = before.columns.flatMap((column): ColumnPair[] => {
    const partner = byName.get(foldName(column.name));
    return partner === undefined ? [] : [{ before: column, after: partner }];
  });
  const pair = { before, after, columns };
  const isWhole = columns.length === before.columns.length;
  if (!isWhole && (after.columns.length < before.columns.length || pairedRows(pair) === undefined))
    return undefined;
  const unread: Unchecked[] = [];
  const rows = attemptRead(unread, { check: 'content' }, () => [
    connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`),
    connection.number(`SELECT count(*) FROM main.${quoteName(after.name)} NOT INDEXED`),
  ]);
  if (rows === undefined || rows[0] === 0 || rows[0] !== rows[1]) return undefined;
  const change = compareContent(connection, pair, unread);
  const isSame = unread.length === 0 && change !== undefined && change.removed + change.changed === 0;
  return isSame && (isWhole || hasOtherNames(connection, pair)) ? pair : undefined;
}

/** Each column without a namesake is one of another name, or held nothing; and not the key alone is equal. */
function hasOtherNames(connection: Connection, pair: TablePair): boolean {
  const { before, columns } = pair;
  const { found, alike } = movedColumns(connection, pair, undefined);
  const known = new Set([...columns, ...found, ...alike].map((column) => column.before));
  const rest = before.columns.filter((column) => column.generated === undefined && !known.has(column));
  const isEmpty = rest.every(
    ({ name }) =>
      connection.number(`SELECT count(${quoteName(name)}) FROM old.${quoteName(before.name)}`) === 0,
  );
  const isKey = ({ name }: Column) => before.primaryKey.some((key) => foldName(key) === foldName(name));
  return isEmpty && [...columns, ...found].some((column) => !isKey(column.before));
}

function movedColumns(
  connection: Connection,
  pair: TablePair,
  version: TableVersion | undefined,
): { found: ColumnPair[]; alike: ColumnPair[] } {
  const candidates = vanishedAndNew(pair);
  const rows = candidates.length > 0 ? pairedRows(pair) : undefined;
  if (rows === undefined) return { found: [], alike: [] };
  const same = candidates.filter((column) => sameColumn(connection, column, rows));
  const copied = inOrder(same.filter((column) => isCopied(column, version)));
  const rest = same.filter(
    (column) => !copied.some(({ before, after }) => before === column.before || after === column.after),
  );
  const [telling, alike] = [true, false].map((tells) =>
    rest.filter((column) => variesIn(connection, column, rows) === tells),
  );
  return { found: [...copied, ...inOrder(telling ?? [])], alike: alike ?? [] };
}

/** Each column that *after* does not have with each that *before* does not have. */
function vanishedAndNew(pair: TablePair): ColumnPair[] {
  if (pair.before.kind !== 'table' || pair.after.kind !== 'table') return [];
  const kept = new Set(pair.columns.map(({ before }) => before));
  const vanished = pair.before.columns.filter(
    (column) => column.generated === undefined && !kept.has(column),
  );
  return vanished.flatMap((before) => newColumns(pair).map((after) => ({ before, after })));
}

/** A statement copies the one column into the other. */
function isCopied({ before, after }: ColumnPair, version: TableVersion | undefined): boolean {
  return version !== undefined && columnNamed(version, foldName(after.name))?.sources.has(before) === true;
}

/** Pairs of rows by key, else by rowid; where neither tells which row is which, no column is followed. */
function pairedRows({ before, after, columns }: TablePair): string | undefined {
  const key = before.primaryKey.map((name) =>
    columns.find((column) => foldName(column.before.name) === foldName(name)),
  );
  const from = `main.${quoteName(after.name)} AS a CROSS JOIN old.${quoteName(before.name)} AS b`;
  if (key.length > 0 && key.every((column) => column !== undefined)) {
    const equal = key.map((column) => {
      const values = { before: bare('b', column.before.name), after: bare('a', column.after.name) };
      return `b.${quoteName(column.before.name)} = ${values.after} AND ${same(values)}`;
    });
    return `${from} ON ${balanced('AND', equal)}`;
  }
  if (before.rowid === undefined || after.rowid === undefined) return undefined;
  return `${from} ON b.${before.rowid} = a.${after.rowid}`;
}

/** Both columns hold the same in every pair of rows, and something in one at least. */
function sameColumn(connection: Connection, { before, after }: ColumnPair, rows: string): boolean {
  const values = { before: bare('b', before.name), after: bare('a', after.name) };
  const holds = attemptRead([], { check: 'content' }, () =>
    connection.number(
      `SELECT NOT EXISTS (SELECT 1 FROM ${rows} WHERE ${differs(values)})
          AND EXISTS (SELECT 1 FROM ${rows} WHERE ${values.before} IS NOT NULL)`,
    ),
  );
  return holds === 1;
}

/** Not every pair of rows holds one and the same value. */
function variesIn(connection: Connection, { before }: ColumnPair, rows: string): boolean {
  const value = bare('b', before.name);
  const first = `(SELECT ${value} FROM ${rows} LIMIT 1)`;
  return (
    connection.number(
      `SELECT EXISTS (SELECT 1 FROM ${rows} WHERE ${differs({ before: first, after: value })})`,
    ) === 1
  );
}

/**
 * Leaves at most one match to each item. Several of *before* and as many of *after* may all match each other: those are
 * paired in their order, because any way to pair them shows that nothing is lost. Where one side has more of them than
 * the other, none is paired.
 */
function inOrder<Item, Match extends { before: Item; after: Item }>(matches: readonly Match[]): Match[] {
  const byBefore = Map.groupBy(matches, ({ before }) => before);
  const byAfter = Map.groupBy(matches, ({ after }) => after);
  const partnersOf = (before: Item) => byBefore.get(before)?.map(({ after }) => after) ?? [];
  return matches.filter(({ before, after }) => {
    const partners = partnersOf(before);
    const rivals = byAfter.get(after)?.map((match) => match.before) ?? [];
    return (
      rivals.length === partners.length &&
      rivals.indexOf(before) === partners.indexOf(after) &&
      rivals.every((rival) => {
        const others = partnersOf(rival);
        return others.length === partners.length && others.every((other) => partners.includes(other));
      })
    );
  });
}
