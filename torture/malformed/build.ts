import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Random } from '../../__tests__/support/random.ts';

/** A sound database, to be damaged. */
export interface Sound {
  main: Buffer;
  pageSize: number;
  /** Of the other file of the set, where it has one. */
  wal?: Buffer;
  journal?: Buffer;
}

const ROWS = `WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 120)`;

/** Every structure of the file format on few pages: inner nodes, overflow chains, indexes, keys without rowids, text search. */
const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, n INT CHECK (n > 0), r REAL);
  ${ROWS} INSERT INTO t SELECT i, 'name ' || i, i, i / 3.0 FROM c;
  CREATE INDEX names ON t(name); CREATE INDEX some ON t(n) WHERE n > 50;
  CREATE TABLE k(id INTEGER PRIMARY KEY, t REFERENCES t(id) ON DELETE CASCADE); INSERT INTO k SELECT id, id FROM t;
  CREATE TABLE large(b); INSERT INTO large VALUES (zeroblob(9000)), (hex(zeroblob(700)));
  CREATE TABLE w(a TEXT PRIMARY KEY, b) WITHOUT ROWID; INSERT INTO w SELECT name, n FROM t;
  CREATE VIEW v AS SELECT name FROM t; CREATE TRIGGER g AFTER DELETE ON t BEGIN DELETE FROM w WHERE a = OLD.name; END;`;

/** So that there is a list of free pages. */
const HOLES = `CREATE TABLE gone(b); ${ROWS} INSERT INTO gone SELECT randomblob(400) FROM c; DROP TABLE gone;`;

/** A database of a random page size, encoding and vacuum mode, alone or with a write-ahead log or a hot journal. */
export function soundDatabase(folder: string, random: Random): Sound {
  const path = join(folder, `sound-${random.below(2 ** 30)}.db`);
  const pageSize = random.pick([512, 512, 1024, 4096]);
  const db = new Database(path);
  try {
    db.pragma(`page_size=${pageSize}`);
    db.pragma(`encoding='${random.pick(['UTF-8', 'UTF-8', 'UTF-16le', 'UTF-16be'])}'`);
    db.pragma(`auto_vacuum=${random.pick(['NONE', 'FULL', 'INCREMENTAL'])}`);
    db.pragma('synchronous=OFF');
    const sidecar = random.pick(['none', 'none', 'wal', 'journal'] as const);
    if (sidecar === 'wal') db.pragma('journal_mode=WAL');
    else db.pragma('journal_mode=MEMORY');
    db.exec(`BEGIN; ${SCHEMA} COMMIT`);
    if (random.chance(0.6)) db.exec(`BEGIN; ${HOLES} COMMIT`);
    return { pageSize, ...filesOf(db, path, sidecar) };
  } finally {
    db.close();
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  }
}

function filesOf(
  db: Database.Database,
  path: string,
  sidecar: 'none' | 'wal' | 'journal',
): Omit<Sound, 'pageSize'> {
  if (sidecar === 'none') return { main: readFileSync(path) };
  if (sidecar === 'wal') {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('wal_autocheckpoint=0');
    db.exec("INSERT INTO k SELECT id + 500, id FROM t; UPDATE t SET name = name || '!' WHERE id % 3 = 0");
    return { main: readFileSync(path), wal: readFileSync(`${path}-wal`) };
  }
  // A transaction that was under way when somebody copied the files: with so small a cache, its pages are on disk already.
  db.pragma('journal_mode=DELETE');
  db.pragma('cache_size=1');
  db.exec("BEGIN; UPDATE t SET name = name || '?'; DELETE FROM w WHERE b > 20");
  const [main, journal] = [readFileSync(path), readFileSync(`${path}-journal`)];
  db.exec('ROLLBACK');
  return { main, journal };
}
