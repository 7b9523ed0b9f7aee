import type { Rename } from '../../../facts/changes.ts';
import type { Unchecked } from '../../../facts/health.ts';
import type { Column, Schema, Table } from '../../../facts/schema.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { balanced, bare, differs, same } from '../content/sql/strict-sql.ts';
import { compareContent } from '../content/sql/table-content.ts';
import { columnNamed, type Lineage, type TableVersion } from './lineage.ts';
import { type ColumnPair, newColumns, type Pairing, type TablePair } from './pairing.ts';

export interface Followed extends Pairing {
  /**
   * Columns that vanished, each with a new one of the same content where that proves nothing: one value in every row may
   * as well be there by chance.
   */
  alike: ReadonlyMap<Column, Column>;
}

/**
 * Renames that no ALTER TABLE tells: tables and columns that vanished while new ones hold the very same values. Nothing
 * is read unless something vanished and something of its shape is new.
 */
export function followContent(
  connection: Connection,
  before: Schema,
  after: Schema,
  { pairs, renames }: Pairing,
  lineage: Lineage,
): Followed {
  const moved = movedTables(connection, before, after, pairs);
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
  connection: Connection,
  before: Schema,
  after: Schema,
  pairs: readonly TablePair[],
): TablePair[] {
  const gone = before.tables.filter((table) => !pairs.some((pair) => pair.before === table));
  const fresh = after.tables.filter((table) => !pairs.some((pair) => pair.after === table));
  return inOrder(
    gone.flatMap((former) => fresh.flatMap((present) => sameTable(connection, former, present) ?? [])),
  );
}

/** Every column is there under its name, and the very same rows, at least one. */
function sameTable(connection: Connection, before: Table, after: Table): TablePair | undefined {
  if (before.kind !== 'table' || after.kind !== 'table') return undefined;
  const byName = new Map(after.columns.map((column) => [foldName(column.name), column]));
  const columns = before.columns.flatMap((column): ColumnPair[] => {
    const partner = byName.get(foldName(column.name));
    return partner === undefined ? [] : [{ before: column, after: partner }];
  });
  if (columns.length < before.columns.length) return undefined;
  const pair = { before, after, columns };
  const unread: Unchecked[] = [];
  const rows = attemptRead(unread, { check: 'content' }, () => [
    connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`),
    connection.number(`SELECT count(*) FROM main.${quoteName(after.name)} NOT INDEXED`),
  ]);
  if (rows === undefined || rows[0] === 0 || rows[0] !== rows[1]) return undefined;
  const change = compareContent(connection, pair, unread);
  const isSame = unread.length === 0 && change !== undefined && change.removed + change.changed === 0;
  return isSame ? pair : undefined;
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
  const told = inOrder(same.filter((column) => isCopied(column, version)));
  const rest = same.filter(
    (column) => !told.some(({ before, after }) => before === column.before || after === column.after),
  );
  const [telling, alike] = [true, false].map((tells) =>
    rest.filter((column) => variesIn(connection, column, rows) === tells),
  );
  return { found: [...told, ...inOrder(telling ?? [])], alike: alike ?? [] };
}

/** Each column that *after* does not have with each that *before* does not have. */
function vanishedAndNew(pair: TablePair): ColumnPair[] {
  if (pair.before.kind !== 'table' || pair.after.kind !== 'table') return [];
  const kept = new Set(pair.columns.map(({ before }) => before));
  const gone = pair.before.columns.filter((column) => column.generated === undefined && !kept.has(column));
  return gone.flatMap((before) => newColumns(pair).map((after) => ({ before, after })));
}

/** A statement says so. */
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
 * One partner for each: where as many former as present ones match, all of them each other, in their order, because any
 * way to pair them shows that nothing is lost. Where one has more partners than the other, none.
 */
function inOrder<Item, Match extends { before: Item; after: Item }>(matches: readonly Match[]): Match[] {
  const successors = Map.groupBy(matches, ({ before }) => before);
  const rivals = Map.groupBy(matches, ({ after }) => after);
  const presentOf = (before: Item) => successors.get(before)?.map(({ after }) => after) ?? [];
  return matches.filter(({ before, after }) => {
    const present = presentOf(before);
    const former = rivals.get(after)?.map((match) => match.before) ?? [];
    return (
      former.length === present.length &&
      former.indexOf(before) === present.indexOf(after) &&
      former.every((rival) => {
        const others = presentOf(rival);
        return others.length === present.length && others.every((other) => present.includes(other));
      })
    );
  });
}
