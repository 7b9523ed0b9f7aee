/**
 * The whole process on a 500 kB database against twice `node -e 0`: what a run costs beyond starting two processes.
 * 20 interleaved rounds, each host, with `rehearse: none`; prints medians in ms and fails above the goal of 150 ms.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const ROUNDS = 20;
const GOAL_MS = 150;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'preflight-bench-'));

function makeInput(): { database: string; migrations: string } {
  const database = join(folder, 'app.db');
  const db = new Database(database);
  db.exec(`CREATE TABLE users(id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT);
    CREATE TABLE posts(id INTEGER PRIMARY KEY, user_id INT NOT NULL REFERENCES users(id), title TEXT, body TEXT);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      INSERT INTO users SELECT i, 'user' || i || '@example.test', 'name ' || i FROM n;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO posts SELECT i, 1 + i % 1000, 'title ' || i, printf('%0100d', i) FROM n;`);
  db.close();
  const migrations = join(folder, 'migrations');
  mkdirSync(migrations);
  writeFileSync(
    join(migrations, '0001_audit.sql'),
    'ALTER TABLE posts ADD COLUMN deleted_at TEXT; UPDATE posts SET title = title WHERE id = 1; CREATE INDEX idx_posts_user ON posts(user_id);',
  );
  return { database, migrations };
}

function milliseconds(args: string[], env: NodeJS.ProcessEnv = {}): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  const spent = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return spent;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function compare(name: string, run: () => number): number {
  const differences: number[] = [];
  const totals: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const empty = milliseconds(['-e', '0']) + milliseconds(['-e', '0']);
    const total = run();
    totals.push(total);
    differences.push(total - empty);
  }
  const difference = median(differences);
  console.log(
    `${name}: ${median(totals).toFixed(0)} ms in all, ${difference.toFixed(0)} ms beyond two empty processes (median of ${ROUNDS})`,
  );
  return difference;
}

const { database, migrations } = makeInput();
const output = join(folder, 'output');
console.log(`database: ${(statSync(database).size / 1000).toFixed(0)} kB`);
const flags = [`--database=${database}`, `--migrations=${migrations}`, `--output=${output}`];
const inTerminal = (...more: string[]) => milliseconds([join(root, 'dist/cli/index.js'), ...flags, ...more]);
const terminal = compare('terminal', () => inTerminal('--rehearse=none'));
compare('terminal, with a second run, the way back, crashes and other profiles', () => inTerminal());
const github = compare('GitHub, no upload', () => {
  for (const name of ['output', 'summary']) writeFileSync(join(folder, `github-${name}`), '');
  return milliseconds([join(root, 'dist/index.js')], {
    INPUT_DATABASE: database,
    INPUT_MIGRATIONS: migrations,
    INPUT_UPLOAD: 'never',
    INPUT_REHEARSE: 'none',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(folder, 'github-output'),
    GITHUB_STEP_SUMMARY: join(folder, 'github-summary'),
    RUNNER_TEMP: folder,
  });
});
rmSync(folder, { recursive: true });
if (Math.max(terminal, github) > GOAL_MS) {
  console.error(`Above the goal of ${GOAL_MS} ms.`);
  process.exitCode = 1;
}
