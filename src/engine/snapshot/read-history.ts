import type { History, HistoryRow, HistoryTable } from '../../facts/history.ts';
import { mayBeTracking, mayKeepAccount, toolOf } from '../../plan/history-tables.ts';
import { lockOf, mayBeLock } from '../../plan/unfinished.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import { type Connection, withConnection } from '../sqlite/connection.ts';
import type { SqlValue } from '../sqlite/driver.ts';
import { sqliteFailure } from '../sqlite/errors.ts';

/** No project has so many migrations: a table with more rows is the application's own. */
const MOST_ROWS = 20_000;

/**
 * Reads the tables in which migration tools record what they applied, in the database at `path`; `named`: one that the
 * user named. These rows are the only ones that leave the engine: they name migrations, not data.
 */
export function readHistory(path: string, named?: string): History {
  return withConnection(path, 'read', (connection) => {
    const schema =
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
    const definitions = connection.rows(schema).map(([name, sql]) => [String(name), String(sql)] as const);
    const names = definitions.map(([name]) => name);
    const isNamed = (name: string) => named !== undefined && foldName(name) === foldName(named);
    const candidates = definitions.filter(([name, sql]) => isNamed(name) || mayBeTracking(name, sql));
    const tables = candidates.flatMap(([name]) => readTable(connection, name, names, isNamed(name)));
    const locks = names.filter(mayBeLock).flatMap((name) => readLock(connection, name));
    const unknown = names.filter((name) => !tables.some(({ table }) => table === name));
    return {
      tables,
      ...(locks.length > 0 && { locks }),
      others: unknown.filter((name) => mayKeepAccount(name) && hasRows(connection, name)),
      userVersion: connection.number('PRAGMA user_version'),
    };
  });
}

function readTable(
  connection: Connection,
  table: string,
  tables: readonly string[],
  isNamed: boolean,
): HistoryTable[] {
  return readWhole(connection, table, (columns) => {
    const tool = toolOf(table, columns, tables, isNamed);
    return tool === undefined && !isNamed ? undefined : { ...(tool !== undefined && { tool }) };
  });
}

function readLock(connection: Connection, table: string): HistoryTable[] {
  return readWhole(connection, table, (columns) => {
    const tool = lockOf(table, columns);
    return tool === undefined ? undefined : { tool };
  });
}

/** The rows of a table that is some tool's, which `owner` tells by its columns. */
function readWhole(
  connection: Connection,
  table: string,
  owner: (columns: readonly string[]) => Pick<HistoryTable, 'tool'> | undefined,
): HistoryTable[] {
  try {
    const info = connection.rows('SELECT name FROM pragma_table_info(?)', table);
    const columns = info.map(([column]) => String(column));
    const whose = owner(columns);
    if (whose === undefined) return [];
    const rows = connection.rows(`SELECT * FROM main.${quoteName(table)} LIMIT ${MOST_ROWS + 1}`);
    if (rows.length > MOST_ROWS) return [];
    const keys = columns.map((column) => column.toLowerCase());
    const row = (values: SqlValue[]): HistoryRow =>
      Object.fromEntries(keys.map((key, at) => [key, plainNumber(values[at] ?? null)]));
    return [{ table, rows: rows.map(row), ...whose }];
  } catch (error) {
    // On a damaged page: the measurements say so.
    if (sqliteFailure(error) === undefined) throw error;
    return [];
  }
}

function hasRows(connection: Connection, table: string): boolean {
  try {
    return connection.number(`SELECT EXISTS (SELECT 1 FROM main.${quoteName(table)})`) === 1;
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return false;
  }
}

function plainNumber(value: SqlValue): SqlValue {
  const isSafe =
    typeof value === 'bigint' && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value));
  return isSafe ? Number(value) : value;
}
