import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';

/** The same database in another form; each makes a new file of the one at `path`, and gives its path. */
export type Form = (path: string, folder: string) => string;

export const FORMS: Readonly<Record<string, Form>> = {
  gzip: (path, folder) => written(folder, 'app.db.gz', gzipSync(readFileSync(path))),
  zstd: (path, folder) => written(folder, 'app.db.zst', zstdCompressSync(readFileSync(path))),
  'a log with frames': withLog,
  'another page size': (path, folder) =>
    changed(path, folder, (db) => {
      const size = Number(db.pragma('page_size', { simple: true }));
      db.pragma(`page_size=${size === 1024 ? 8192 : 1024}`);
      db.exec('VACUUM');
    }),
  VACUUM: (path, folder) => changed(path, folder, (db) => db.exec('VACUUM')),
  'a dump': (path, folder) => written(folder, 'app.sql', dumpOf(path)),
};

function written(folder: string, name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(folder, 'form-')), name);
  writeFileSync(path, content);
  return path;
}

function changed(path: string, folder: string, act: (db: Database.Database) => void): string {
  const copy = join(mkdtempSync(join(folder, 'form-')), 'app.db');
  copyFileSync(path, copy);
  const db = new Database(copy);
  try {
    act(db);
  } finally {
    db.close();
  }
  return copy;
}

/** The file as it was, with all its pages once more in a log that nobody has written back. */
function withLog(path: string, folder: string): string {
  const into = mkdtempSync(join(folder, 'form-'));
  const copy = join(into, 'open.db');
  copyFileSync(path, copy);
  const db = new Database(copy);
  try {
    db.pragma('journal_mode=WAL');
    db.pragma('wal_autocheckpoint=0');
    db.exec(
      'CREATE TABLE "preflight form"(a); INSERT INTO "preflight form" VALUES (1); DROP TABLE "preflight form";',
    );
    for (const suffix of ['', '-wal']) copyFileSync(copy + suffix, join(into, `app.db${suffix}`));
  } finally {
    db.close();
  }
  return join(into, 'app.db');
}

/** What the sqlite3 shell prints for `.dump`: a virtual table stands in the schema, and its rows in its shadow tables. */
function dumpOf(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const objects = db
      .prepare<[], { type: string; name: string; sql: string }>(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type <> 'table', rowid",
      )
      .all();
    const lines = objects.flatMap(({ type, name, sql }) => {
      if (/^create virtual/i.test(sql)) {
        const text = sql.replaceAll("'", "''");
        return [
          'PRAGMA writable_schema=ON;',
          `INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','${name}','${name}',0,'${text}');`,
        ];
      }
      const made = name === 'sqlite_sequence' ? 'DELETE FROM sqlite_sequence' : sql;
      return type === 'table' ? [`${made};`, ...rowsOf(db, name)] : [`${made};`];
    });
    return ['PRAGMA foreign_keys=OFF;', 'BEGIN TRANSACTION;', ...lines, 'COMMIT;', ''].join('\n');
  } finally {
    db.close();
  }
}

function rowsOf(db: Database.Database, table: string): string[] {
  const owner = `"${table.replaceAll('"', '""')}"`;
  const columns = db
    .prepare<[string], { name: string }>(
      'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid',
    )
    .all(table)
    .map(({ name }) => `"${name.replaceAll('"', '""')}"`);
  const values = columns.map((name) => `quote(${name})`).join(` || ',' || `);
  return db
    .prepare<[], string>(`SELECT ${values} FROM ${owner} NOT INDEXED`)
    .pluck()
    .all()
    .map((row) => `INSERT INTO ${owner}(${columns.join(',')}) VALUES(${row});`);
}
