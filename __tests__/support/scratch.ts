import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Jest's own: a benchmark that shares these helpers has none. */
const { afterAll } = globalThis as { afterAll?: (work: () => void) => void };

/** A temporary folder for one test file, removed after its last test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-test-'));
  afterAll?.(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

let made = 0;

/** A new database file in `folder`, built from SQL as better-sqlite3 runs it with foreign keys off. */
export function databaseFrom(folder: string, sql: string): string {
  made += 1;
  const path = join(folder, `database-${made}.db`);
  change(path, sql);
  return path;
}

/** A connection that enforces no foreign keys and loses no time: a journal in a file would be made for every statement. */
export function openQuickly(path: string): Database.Database {
  const db = new Database(path);
  // As most drivers: a table of the user's may have the name of a shadow table.
  db.unsafeMode(true);
  db.pragma('foreign_keys=OFF');
  db.pragma('synchronous=OFF');
  // Another mode, such as WAL, is part of the file.
  if (db.pragma('journal_mode', { simple: true }) === 'delete') db.pragma('journal_mode=MEMORY');
  return db;
}

/** Runs `sql` on a database file with foreign keys off. */
export function change(path: string, sql: string): void {
  const db = openQuickly(path);
  db.exec(sql);
  db.close();
}

/** Changes what the schema says of an object, past SQLite's defences, and leaves what is stored. */
export function editSchema(path: string, edit: string): void {
  const db = new Database(path);
  db.unsafeMode(true);
  db.exec(`PRAGMA writable_schema=ON; UPDATE sqlite_schema SET ${edit}; PRAGMA writable_schema=RESET`);
  db.close();
}

/** The first column of the first row. */
export function firstValue(path: string, sql: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(sql).pluck().get();
  } finally {
    db.close();
  }
}

/** How many rows a query gives in the database at `path`, with the one at `before` attached under that name. */
export function countRows(path: string, before: string, sql: string): number {
  const db = new Database(path, { readonly: true });
  try {
    db.unsafeMode(true);
    db.prepare('ATTACH ? AS before').run(before);
    return db.prepare(sql).raw().all().length;
  } finally {
    db.close();
  }
}

export function writeText(folder: string, name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
