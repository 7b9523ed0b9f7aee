import type { Column, Table } from '../../facts/schema.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import type { Connection } from './connection.ts';
import { sqliteFailure } from './errors.ts';
import { readVirtualText, shadowEndings } from './virtual-text.ts';

/** What FTS5 keeps of `INSERT INTO t(t, rank) VALUES(…)`, and is no mere tuning. */
const CONFIGURED = "('rank', 'secure-delete')";

export function readVirtualTable(connection: Connection, name: string, sql: string): Table {
  const { module, options } = readVirtualText(sql);
  const content = options.get('content');
  const configured = module === 'fts5' ? readConfig(connection, name) : [];
  const all = Object.fromEntries([...options, ...configured]);
  const shape = {
    strict: false,
    withoutRowid: false,
    primaryKey: [],
    autoincrement: false,
    foreignKeys: [],
    keys: [],
    checks: [],
  };
  return {
    name,
    kind: 'virtual',
    module,
    ...(Object.keys(all).length > 0 && { options: all }),
    ...(content !== undefined && { content }),
    columns: readColumns(connection, name),
    rowid: 'rowid',
    ...shape,
    sql,
  };
}

function readColumns(connection: Connection, name: string): Column[] {
  return (
    orNothing(() =>
      connection
        .objects<{ name: string; type: string; hidden: number }>('SELECT * FROM pragma_table_xinfo(?)', name)
        .filter(({ hidden }) => hidden !== 1)
        .map(({ name: column, type }) => ({ name: column, type, notNull: false })),
    ) ?? []
  );
}

function readConfig(connection: Connection, name: string): [string, string][] {
  const config = quoteName(`${name}_config`);
  const read = () => connection.rows(`SELECT k, v FROM main.${config} WHERE k IN ${CONFIGURED}`);
  return (orNothing(read) ?? []).map(([key, value]) => [String(key), String(value).trim()]);
}

/** The module is missing here, or its tables are. Whatever reads the table's content will report it. */
function orNothing<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * Folded names of the tables that belong to the virtual ones. SQLite itself goes by the name alone, and takes a table of
 * the user's for one of these where its name ends in the same way.
 */
export function shadowTables(
  connection: Connection,
  virtual: readonly { name: string; sql: string | null }[],
): Set<string> {
  return new Set(
    virtual.flatMap(({ name, sql }) => {
      const text = readVirtualText(sql ?? '');
      const endings = shadowEndings(text);
      // FTS3 gets this one when it is told to merge by itself.
      const merged = text.module === 'fts3' && isStatistics(connection, `${name}_stat`) ? ['stat'] : [];
      return [...endings, ...merged].map((ending) => foldName(`${name}_${ending}`));
    }),
  );
}

function isStatistics(connection: Connection, table: string): boolean {
  const columns = connection.objects<{ name: string; type: string; pk: number }>(
    'SELECT name, type, pk FROM pragma_table_info(?)',
    table,
  );
  const described = columns.map(({ name, type, pk }) => `${name} ${type} ${pk}`).join(', ');
  return described === 'id INTEGER 1, value BLOB 0';
}
