import type { Rename } from '../../facts/changes.ts';
import type { Degraded } from '../../facts/health.ts';
import type { Column, Schema, Table } from '../../facts/schema.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import { attemptRead } from '../measure/attempt.ts';
import type { Connection } from '../sqlite/connection.ts';
import { compareContent } from './content.ts';
import type { ColumnPair, Pairing, TablePair } from './pairing.ts';
import { balanced, bare, differs, same } from './strict-sql.ts';

/**
 * Renames that no ALTER TABLE tells: a table or column that vanished while exactly one new one holds the very same
 * values. Nothing is read unless something vanished and something of its shape is new.
 */
export function followContent(
  connection: Connection,
  before: Schema,
  after: Schema,
  { pairs, renames }: Pairing,
): Pairing {
  const moved = movedTables(connection, before, after, pairs);
  const tables = moved.map(
    (pair): Rename => ({
      kind: 'table',
      table: pair.after.name,
      from: pair.before.name,
      to: pair.after.name,
    }),
  );
  const all = [...pairs, ...moved].map((pair) => ({ pair, found: movedColumns(connection, pair) }));
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
  return onlyPartners(gone, fresh, (former, present) => sameTable(connection, former, present));
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
  const unread: Degraded[] = [];
  const rows = attemptRead(unread, { check: 'content' }, () => [
    connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`),
    connection.number(`SELECT count(*) FROM main.${quoteName(after.name)} NOT INDEXED`),
  ]);
  if (rows === undefined || rows[0] === 0 || rows[0] !== rows[1]) return undefined;
  const change = compareContent(connection, pair, unread);
  const isSame = unread.length === 0 && change !== undefined && change.removed + change.changed === 0;
  return isSame ? pair : undefined;
}

function movedColumns(connection: Connection, pair: TablePair): ColumnPair[] {
  if (pair.before.kind !== 'table' || pair.after.kind !== 'table') return [];
  const plain = (columns: readonly Column[]) => columns.filter(({ generated }) => generated === undefined);
  const kept = new Set(pair.columns.map(({ before }) => before));
  const known = new Set(pair.columns.map(({ after }) => after));
  const gone = plain(pair.before.columns).filter((column) => !kept.has(column));
  const fresh = plain(pair.after.columns).filter((column) => !known.has(column));
  const rows = gone.length > 0 && fresh.length > 0 ? pairedRows(pair) : undefined;
  if (rows === undefined) return [];
  return onlyPartners(gone, fresh, (before, after) =>
    sameColumn(connection, { before, after }, rows) ? { before, after } : undefined,
  );
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

/** What `match` made of a former and a present one, where each of the two has no other partner. */
function onlyPartners<Item, Match>(
  gone: readonly Item[],
  fresh: readonly Item[],
  match: (former: Item, present: Item) => Match | undefined,
): Match[] {
  const found = gone.flatMap((former) =>
    fresh.flatMap((present) => {
      const made = match(former, present);
      return made === undefined ? [] : [{ former, present, made }];
    }),
  );
  return found
    .filter(
      (one) =>
        !found.some(
          (other) => other !== one && (other.former === one.former || other.present === one.present),
        ),
    )
    .map(({ made }) => made);
}
