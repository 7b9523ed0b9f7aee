import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * All that a database says, in one text: schema, settings of the header, and each row with the storage class and the
 * bytes of its values. Throws where it cannot be read.
 */
export function contentOf(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    db.defaultSafeIntegers();
    const schema = db
      .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2')
      .raw()
      .all();
    const pragmas = ['user_version', 'application_id', 'encoding'].map((name) => db.pragma(name));
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1",
      )
      .pluck()
      .all() as string[];
    const rows = tables.map((table) => [table, rowsOf(db, table)]);
    return JSON.stringify([schema, pragmas, rows], (_, value) =>
      typeof value === 'bigint' ? `integer ${value}` : Buffer.isBuffer(value) ? value.toString('hex') : value,
    );
  } finally {
    db.close();
  }
}

/** What is wrong with a migrated copy that somebody may take into production; nothing where all is well. */
export function copyProblems(path: string, expected: string | undefined): string[] {
  try {
    if (['-wal', '-journal'].some((suffix) => existsSync(path + suffix)))
      return [`${path} is not in one file`];
    const health = healthOf(path);
    if (health !== 'ok') return [`the migrated copy is damaged: ${health}`];
    if (expected === undefined || contentOf(path) === expected) return [];
    return ['the migrated copy is not what a plain run of the migration makes'];
  } catch (error) {
    return [`the migrated copy cannot be read: ${String(error)}`];
  }
}

/** SQLite's own word on a database file, or its error. */
export function healthOf(path: string): string {
  try {
    const db = new Database(path, { readonly: true });
    try {
      return (db.pragma('integrity_check') as { integrity_check: string }[])[0]?.integrity_check ?? '';
    } finally {
      db.close();
    }
  } catch (error) {
    return String(error);
  }
}

/** Tables may be large, so their rows are kept as a hash. */
function rowsOf(db: Database.Database, table: string): string {
  const hash = createHash('sha256');
  const name = `"${table.replaceAll('"', '""')}"`;
  const columns = (db.prepare(`SELECT name FROM pragma_table_xinfo(?)`).pluck().all(table) as string[]).map(
    (column) => `"${column.replaceAll('"', '""')}"`,
  );
  const select = columns.map((column) => `typeof(${column}), CAST(${column} AS BLOB)`).join(', ');
  for (const row of db.prepare(`SELECT ${select} FROM ${name}`).raw().iterate() as Iterable<unknown[]>) {
    for (const value of row) hash.update(Buffer.isBuffer(value) ? value : String(value)).update('\0');
  }
  return hash.digest('hex');
}
