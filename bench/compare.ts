/**
 * The comparison of a large database before and after a migration: by pages and records, by strict SQL, and, where it
 * is installed, by `sqldiff --summary`. `npm run bench:compare -- --megabytes 300 [--case additive] [--folder /tmp/x]`.
 * Each way runs in a process of its own, on files in the page cache: wall and CPU seconds, peak memory in MB.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { compare } from '../src/engine/compare/compare.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '300' },
    case: { type: 'string' },
    folder: { type: 'string' },
    ways: { type: 'string', default: 'fast,sql,sqldiff' },
    measure: { type: 'string' },
  },
});

function create(path: string, megabytes: number): void {
  const db = new Database(path);
  db.pragma('synchronous=OFF');
  db.pragma('journal_mode=MEMORY');
  const numbers = (count: number) =>
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.round(count * megabytes)})`;
  db.exec(`
    CREATE TABLE events(id INTEGER PRIMARY KEY, session_id INT NOT NULL, kind TEXT NOT NULL, at TEXT, value REAL, note TEXT);
    ${numbers(6400)} INSERT INTO events SELECT i, i % 90000, 'kind ' || (i % 17), datetime(1600000000 + i * 7, 'unixepoch'),
      (i * 7919 % 100000) / 8.0, CASE WHEN i % 3 = 0 THEN 'note number ' || i END FROM n;
    CREATE TABLE sessions(id INTEGER PRIMARY KEY, user_id INT, started TEXT, minutes INT, place TEXT, score REAL);
    ${numbers(1600)} INSERT INTO sessions SELECT i, i % 5000, datetime(1500000000 + i * 11, 'unixepoch'), i % 90, 'place ' || (i % 71), i / 4.0 FROM n;
    CREATE TABLE users(id TEXT PRIMARY KEY NOT NULL, name TEXT, email TEXT);
    ${numbers(400)} INSERT INTO users SELECT printf('%08x-%04x', i * 2654435761 % 4294967296, i % 65536), 'name ' || i, 'user' || i || '@example.test' FROM n;
    CREATE TABLE tags(session_id INT, tag TEXT, weight INT, PRIMARY KEY (session_id, tag)) WITHOUT ROWID;
    ${numbers(800)} INSERT INTO tags SELECT i / 2, 'tag ' || (i % 2), i % 100 FROM n;
    CREATE TABLE log(at TEXT, line TEXT);
    ${numbers(800)} INSERT INTO log SELECT datetime(1400000000 + i, 'unixepoch'), 'line ' || i FROM n;
    CREATE TABLE files(id INTEGER PRIMARY KEY, name TEXT, content BLOB);
    ${numbers(6)} INSERT INTO files SELECT i, 'file ' || i, randomblob(30000) FROM n;
    CREATE INDEX events_session ON events(session_id);`);
  db.close();
}

const CASES: Record<string, string> = {
  additive: [
    ...['events', 'sessions', 'users', 'log', 'files'].map(
      (table) => `ALTER TABLE ${table} ADD COLUMN extra TEXT DEFAULT 'none';`,
    ),
    ...Array.from(
      { length: 26 },
      (_, at) =>
        `CREATE INDEX ix${at} ON sessions(${['user_id', 'started', 'minutes', 'place', 'score'][at % 5]});`,
    ),
  ].join('\n'),
  scattered: 'UPDATE events SET value = value + 1 WHERE id % 100 = 7;',
  filled: 'ALTER TABLE sessions ADD COLUMN hours REAL; UPDATE sessions SET hours = minutes / 60.0;',
  rebuild: `CREATE TABLE made(id INTEGER PRIMARY KEY, session_id INT NOT NULL, kind TEXT NOT NULL, at TEXT, value REAL, note TEXT, extra TEXT);
    INSERT INTO made SELECT *, NULL FROM events; DROP TABLE events; ALTER TABLE made RENAME TO events;`,
  few: 'DELETE FROM events WHERE id % 60000 = 0;',
  shuffled: `CREATE TABLE made(id TEXT PRIMARY KEY NOT NULL, name TEXT, email TEXT); INSERT INTO made SELECT * FROM users ORDER BY id;
    DROP TABLE users; ALTER TABLE made RENAME TO users; UPDATE log SET line = line || '.';`,
  renumbered: 'DELETE FROM users WHERE rowid % 5000 = 1; DELETE FROM log WHERE rowid % 5000 = 1; VACUUM;',
  vacuum: 'UPDATE events SET value = value + 1 WHERE id % 100 = 7; VACUUM;',
};

/** Runs in the child process: one comparison. */
function measure(way: string, before: string, after: string): void {
  const start = process.cpuUsage();
  const started = performance.now();
  const { changes } =
    way === 'sql'
      ? compare({ before, after, executed: [] }, 'sql')
      : compare({ before, after, executed: [] });
  const wall = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(start);
  const proofs = changes.tables.map(({ table, proof, changed }) => `${table} ${proof} ${changed}`).join(', ');
  report(way, wall, (user + system) / 1e6, process.resourceUsage().maxRSS / 1024, proofs);
}

function report(way: string, wall: number, cpu: number, memory: number, more = ''): void {
  console.log(
    `  ${way.padEnd(8)} wall ${wall.toFixed(2).padStart(7)}  cpu ${cpu.toFixed(2).padStart(6)}  peak ${memory.toFixed(0).padStart(4)}  ${more}`,
  );
}

function sqldiff(before: string, after: string): void {
  const timed = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%R %U %S'; time sqldiff --summary "$1" "$2" > /dev/null`, '-', before, after],
    { encoding: 'utf8' },
  );
  const [wall = 0, user = 0, system = 0] = (timed.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  report('sqldiff', wall, user + system, 0, timed.status === 0 ? '' : timed.stderr);
}

function run(): void {
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'preflight-bench-'));
  mkdirSync(folder, { recursive: true });
  const before = join(folder, `before-${values.megabytes}.db`);
  if (!existsSync(before)) create(before, Number(values.megabytes));
  console.log(`before: ${(statSync(before).size / 1e6).toFixed(0)} MB`);
  for (const [name, sql] of Object.entries(CASES)) {
    if (values.case !== undefined && values.case !== name) continue;
    const after = join(folder, 'after.db');
    copyFileSync(before, after);
    const db = new Database(after);
    db.pragma('synchronous=OFF');
    db.exec(sql);
    db.close();
    console.log(name);
    for (const way of values.ways.split(',')) {
      if (way === 'sqldiff') sqldiff(before, after);
      else {
        const child = spawnSync(
          process.execPath,
          [import.meta.filename, '--measure', `${way}\n${before}\n${after}`],
          { encoding: 'utf8' },
        );
        process.stdout.write(child.stdout + child.stderr);
      }
    }
  }
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

if (values.measure === undefined) run();
else measure(...(values.measure.split('\n') as [string, string, string]));
