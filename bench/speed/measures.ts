import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { planOf } from '../../__tests__/support/plans.ts';
import { createDatabase, MIGRATIONS } from './data.ts';
import { engineTask, type Own, orphansTask } from './engine.ts';
import { type Cost, median, timed } from './timed.ts';

export type Case = 'additive' | 'filled' | 'rebuild' | 'vacuum';

/** The same step by this program and by the usual tool. */
export interface Pair<Ours extends Cost = Own> {
  ours: Ours;
  theirs: Cost;
}

export interface Measured {
  megabytes: number;
  rounds: number;
  diffs: Record<Case, Pair>;
  /** `cmp` of two equal files of that size. */
  cmp: Cost;
  rehearsal: Pair;
  orphans: Pair;
  whole: Pair<Cost>;
  /** Milliseconds of each phase of the whole run, as report.json has them. */
  phases: Record<string, number>;
}

const root = join(import.meta.dirname, '../..');
/** What takes a second, between a tool that takes many, is measured so often in each round. */
export const OFTEN = 3;

const CASES: readonly Case[] = ['additive', 'filled', 'rebuild', 'vacuum'];

/** Everything that is measured of a database of one size, in `rounds` interleaved rounds; figures are medians. */
export async function measureSize(folder: string, megabytes: number, rounds: number): Promise<Measured> {
  const before = join(folder, 'before.db');
  const work = join(folder, 'work.db');
  createDatabase(before, megabytes);
  const pair = async <Ours extends Cost>(
    ours: () => Promise<Ours>,
    theirs: () => Cost,
    times = 1,
  ): Promise<Pair<Ours>> => {
    const own: Ours[] = [];
    const others: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (let time = 0; time < times; time += 1) own.push(await ours());
      others.push(theirs());
    }
    return { ours: median(own), theirs: median(others) };
  };
  const diffs = {} as Measured['diffs'];
  for (const name of CASES) {
    migrateCopy(before, work, MIGRATIONS[name]);
    diffs[name] = await pair(
      () => engineTask('compare', { before, after: work, executed: [] }),
      () => timed('sqldiff', '--summary', before, work),
      OFTEN,
    );
  }
  copyFileSync(before, work);
  settle();
  const cmp = median(Array.from({ length: rounds }, () => timed('cmp', before, work)));
  const sql = join(folder, 'migrations/0001_additive.sql');
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  writeFileSync(sql, MIGRATIONS.additive);
  const rehearsal = await pair(
    () => rehearse(before, work),
    () => {
      copyFileSync(before, work);
      return timed('bash', '-c', 'sqlite3 "$0" < "$1"', work, sql);
    },
  );
  const orphans = await pair(
    () => orphansTask(before),
    () => timed('sqlite3', before, 'PRAGMA foreign_key_check'),
    OFTEN,
  );
  rmSync(work);
  const whole = await pair(
    async () => wholeRun(folder),
    () => timed('bash', '-c', SCRIPT, before, work, sql),
  );
  const [{ timings }] = JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')).databases;
  rmSync(folder, { recursive: true });
  return { megabytes, rounds, diffs, cmp, rehearsal, orphans, whole, phases: timings };
}

function rehearse(before: string, work: string): Promise<Own> {
  copyFileSync(before, work);
  return engineTask('rehearse', { database: work, plan: planOf(MIGRATIONS.additive), samples: 'none' });
}

/** What a careful person would type: the migration on a copy, health before and after, and what changed. */
const SCRIPT = `cp "$0" "$1" && sqlite3 "$1" < "$2"
for database in "$0" "$1"; do sqlite3 "$database" 'PRAGMA integrity_check; PRAGMA foreign_key_check'; done
sqldiff --summary "$0" "$1"; rm "$1"`;

function wholeRun(folder: string): Cost {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const named = [`--database=${join(folder, 'before.db')}`, `--migrations=${join(folder, 'migrations')}`];
  const flags = [...named, '--profile=plain', '--rehearse=none'];
  return timed(process.execPath, join(root, 'dist/cli/index.js'), ...flags, `--output=${out}`);
}

function migrateCopy(from: string, to: string, sql: string): void {
  copyFileSync(from, to);
  const db = new Database(to);
  db.pragma('synchronous=OFF');
  db.pragma('foreign_keys=OFF');
  db.pragma('cache_size=-2000');
  db.exec(sql);
  db.close();
  settle();
}

/** Puts what was just written on the disk, so that nothing is timed beside it. */
function settle(): void {
  spawnSync('sync');
}

/** A run over so many tables of a few rows each, and over a table of so many columns: no step may be quadratic. */
export function measureShape(folder: string, tables: number, columns: number): Cost {
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  writeFileSync(
    join(folder, 'migrations/0001.sql'),
    'ALTER TABLE t1 ADD COLUMN extra TEXT; UPDATE t1 SET c1 = 7;',
  );
  const db = new Database(join(folder, 'before.db'));
  const names = Array.from({ length: columns }, (_, at) => `c${at + 1}`);
  db.exec('BEGIN');
  for (let table = 1; table <= tables; table += 1) {
    db.exec(`CREATE TABLE t${table}(id INTEGER PRIMARY KEY, ${names.join(', ')});
      INSERT INTO t${table}(c1) VALUES (1), (2), (3)`);
  }
  db.exec('COMMIT');
  db.close();
  const cost = wholeRun(folder);
  rmSync(folder, { recursive: true });
  return cost;
}
