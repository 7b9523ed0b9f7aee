import Database from 'better-sqlite3';

/** Rows per megabyte of the file. */
const EVENTS = 5200;
const SESSIONS = 1500;
const USERS = 1200;
const TAGS = 900;
const LOG = 900;
const FILES = 7;

/**
 * Makes a database of about `megabytes` MB: integer, text and composite keys, a table WITHOUT ROWID, rows that need
 * overflow pages, and ten foreign keys. 21 rows have no parent. At 1000 MB the largest table has 5.2 million rows.
 */
export function createDatabase(path: string, megabytes: number): void {
  const db = new Database(path);
  db.pragma('foreign_keys=OFF');
  db.pragma('synchronous=OFF');
  db.pragma('journal_mode=MEMORY');
  const count = (each: number) => Math.round(each * megabytes);
  const numbers = (each: number) =>
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count(each)})`;
  const user = (number: string) =>
    `printf('%08x-%04x', (${number}) * 2654435761 % 4294967296, (${number}) % 65536)`;
  db.exec(`
    CREATE TABLE places(code TEXT PRIMARY KEY NOT NULL, name TEXT);
    CREATE TABLE kinds(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE users(id TEXT PRIMARY KEY NOT NULL, name TEXT, email TEXT);
    CREATE TABLE sessions(id INTEGER PRIMARY KEY, user_id TEXT REFERENCES users(id), started TEXT, minutes INT, place TEXT REFERENCES places(code), score REAL);
    CREATE TABLE events(id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES sessions(id), user_id TEXT NOT NULL REFERENCES users(id), kind TEXT NOT NULL REFERENCES kinds(name), at TEXT, value REAL, note TEXT);
    CREATE TABLE tags(session_id INTEGER REFERENCES sessions(id), tag INTEGER REFERENCES kinds(id), weight INT, PRIMARY KEY (session_id, tag)) WITHOUT ROWID;
    CREATE TABLE log(at TEXT, session_id INTEGER, tag INTEGER, user_id TEXT REFERENCES users(id), line TEXT, FOREIGN KEY (session_id, tag) REFERENCES tags(session_id, tag));
    CREATE TABLE files(id INTEGER PRIMARY KEY, user_id TEXT REFERENCES users(id), content BLOB);
    ${numbers(71 / megabytes)} INSERT INTO places SELECT 'place ' || i, 'name of place ' || i FROM n;
    ${numbers(17 / megabytes)} INSERT INTO kinds SELECT i, 'kind ' || i FROM n;
    ${numbers(USERS)} INSERT INTO users SELECT ${user('i')}, 'name ' || i, 'user' || i || '@example.test' FROM n;
    ${numbers(SESSIONS)} INSERT INTO sessions SELECT i, ${user(`1 + i % ${count(USERS)}`)}, datetime(1500000000 + i * 11, 'unixepoch'), i % 90, 'place ' || (1 + i % 71), i / 4.0 FROM n;
    ${numbers(EVENTS)} INSERT INTO events SELECT i, 1 + i % ${count(SESSIONS)}, ${user(`1 + i % ${count(USERS)}`)}, 'kind ' || (1 + i % 17), datetime(1600000000 + i * 7, 'unixepoch'),
      (i * 7919 % 100000) / 8.0, CASE WHEN i % 3 = 0 THEN 'note number ' || i END FROM n;
    ${numbers(TAGS)} INSERT INTO tags SELECT 1 + i / 2, 1 + (i % 2), i % 100 FROM n;
    ${numbers(LOG)} INSERT INTO log SELECT datetime(1400000000 + i, 'unixepoch'), 1 + i / 2, 1 + (i % 2), ${user(`1 + i % ${count(USERS)}`)}, 'line ' || i FROM n;
    ${numbers(FILES)} INSERT INTO files SELECT i, ${user('i')}, randomblob(30000) FROM n;
    CREATE INDEX events_session ON events(session_id);
    CREATE INDEX events_user ON events(user_id);
    CREATE INDEX sessions_user ON sessions(user_id);
    UPDATE log SET user_id = 'nobody' WHERE rowid <= 21;`);
  db.close();
}

/** Migrations, each by what it costs a comparison. */
export const MIGRATIONS = {
  /** Five columns and 26 indexes; no row is written. */
  additive: [
    ...['events', 'sessions', 'users', 'log', 'files'].map(
      (table) => `ALTER TABLE ${table} ADD COLUMN extra TEXT DEFAULT 'none';`,
    ),
    ...Array.from({ length: 26 }, (_, at) => {
      const columns = ['user_id', 'started', 'minutes', 'place', 'score'];
      return `CREATE INDEX ix${at} ON sessions(${columns[at % 5]});`;
    }),
  ].join('\n'),
  /** One row in a hundred, all over the largest table. */
  scattered: 'UPDATE events SET value = value + 1 WHERE id % 100 = 7;',
  /** A new column, written in every row. */
  filled: 'ALTER TABLE sessions ADD COLUMN hours REAL; UPDATE sessions SET hours = minutes / 60.0;',
  /** The largest table made anew with one more column. */
  rebuild: `CREATE TABLE made(id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES sessions(id), user_id TEXT NOT NULL REFERENCES users(id), kind TEXT NOT NULL REFERENCES kinds(name), at TEXT, value REAL, note TEXT, extra TEXT);
    INSERT INTO made SELECT *, NULL FROM events; DROP TABLE events; ALTER TABLE made RENAME TO events;
    CREATE INDEX events_session ON events(session_id); CREATE INDEX events_user ON events(user_id);`,
  /** A few rows. */
  few: 'DELETE FROM events WHERE id % 60000 = 0;',
  /** Rows that move, and a table written whole. */
  shuffled: `CREATE TABLE made(id TEXT PRIMARY KEY NOT NULL, name TEXT, email TEXT); INSERT INTO made SELECT * FROM users ORDER BY id;
    DROP TABLE users; ALTER TABLE made RENAME TO users; UPDATE log SET line = line || '.';`,
  /** Rowids that VACUUM gives anew. */
  renumbered: 'DELETE FROM users WHERE rowid % 5000 = 1; DELETE FROM log WHERE rowid % 5000 = 1; VACUUM;',
  /** No page stays where it was. */
  vacuum: 'UPDATE events SET value = value + 1 WHERE id % 100 = 7; VACUUM;',
} as const;
