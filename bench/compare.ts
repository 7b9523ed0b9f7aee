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
import { compareBySql } from '../__tests__/support/compare-by-sql.ts';
import { compare } from '../src/engine/compare/compare.ts';
import { createDatabase, MIGRATIONS } from './speed/data.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '300' },
    case: { type: 'string' },
    folder: { type: 'string' },
    ways: { type: 'string', default: 'fast,sql,sqldiff' },
    measure: { type: 'string' },
  },
});

/** Runs in the child process: one comparison. */
function measure(way: string, before: string, after: string): void {
  const start = process.cpuUsage();
  const started = performance.now();
  const request = { before, after, executed: [] };
  const changes = way === 'sql' ? compareBySql(request) : compare(request).changes;
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
  if (!existsSync(before)) createDatabase(before, Number(values.megabytes));
  console.log(`before: ${(statSync(before).size / 1e6).toFixed(0)} MB`);
  for (const [name, sql] of Object.entries(MIGRATIONS)) {
    if (values.case !== undefined && values.case !== name) continue;
    const after = join(folder, 'after.db');
    copyFileSync(before, after);
    const db = new Database(after);
    db.pragma('synchronous=OFF');
    db.pragma('foreign_keys=OFF');
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
