import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from '@jest/globals';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Finding } from '../../src/facts/finding.ts';
import type { CommandOptions } from '../../src/facts/rehearsal/command.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';
import { judged, settingsWith } from './preflight.ts';
import { change, databaseFrom } from './scratch.ts';
import { engine, sharedSupervisor } from './supervisors.ts';

/** Runs of `command` through the supervisor, on real databases. */

export interface CommandJob {
  schema?: string;
  journalMode?: 'delete' | 'wal';
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Gets the folder that the command runs in. */
  started?(folder: string): void;
  /** How many databases the command is for. */
  databases?: number;
  wish?: Partial<CommandOptions>;
}

export interface CommandRun {
  facts: DatabaseFacts;
  /** Of every database. */
  all: DatabaseFacts[];
  findings: Finding[];
  /** What the command printed. */
  lines: string[];
  /** Path of the snapshot, and of the folder that the command ran in. */
  snapshot: string;
  folder: string;
}

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1), (2, 2);';

/** Runs lines of the shell, in which `$SNAPSHOT` is the user's file. */
export function commandRunner(place: string): (line: string, job?: CommandJob) => Promise<CommandRun> {
  const { supervisor: shared } = sharedSupervisor(place);
  return async (line, job = {}) => {
    const folder = mkdtempSync(join(place, 'project-'));
    const snapshots = snapshotsIn(folder, job);
    job.started?.(folder);
    const [snapshot = ''] = snapshots;
    const lines: string[] = [];
    const command = {
      ...{ line: `SNAPSHOT='${snapshot}'\n${line}`, folder, urlForm: 'sqlite:///' as const, passEnv: [] },
      ...{ tell: (text: string) => lines.push(text), ...job.wish },
    };
    const { checks } = settingsWith();
    const rest = { rehearse: [], checks, samples: 'none' as const, output: join(folder, 'output'), command };
    const requests = snapshots.map((path, at) => ({
      ...{ snapshot: path, name: `${at}.db`, migrated: `${at}.migrated.db`, ...rest },
    }));
    const { signal, timeoutMs = 20_000 } = job;
    // One that is cancelled runs nothing more.
    const own = signal && new Supervisor({ engine, temp: join(folder, 'temp'), signal });
    const all = await (own ?? shared).run(requests, timeoutMs).finally(() => own?.close());
    const [facts] = all;
    if (facts === undefined) throw new Error('there are no facts');
    return { facts, all, findings: judged(facts).findings, lines, snapshot, folder };
  };
}

function snapshotsIn(
  folder: string,
  { schema = SCHEMA, journalMode = 'delete', databases = 1 }: CommandJob,
): string[] {
  return Array.from({ length: databases }, () => {
    const path = databaseFrom(folder, schema);
    change(path, `PRAGMA journal_mode=${journalMode}`);
    return path;
  });
}

/** A shell command that runs JavaScript with `db`, a connection of Node's own SQLite to the copy, and `open` for more. */
export function script(folder: string, text: string): string {
  const file = join(mkdtempSync(join(folder, 'script-')), 'migrate.mjs');
  const head = [
    "import { DatabaseSync } from 'node:sqlite';",
    'const open = () => new DatabaseSync(process.env.DATABASE_PATH);',
    'const db = open();',
    'const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);',
  ];
  writeFileSync(file, [...head, text].join('\n'));
  return `'${process.execPath}' --disable-warning=ExperimentalWarning '${file}'`;
}

/** A test that needs a program of the machine; where it is missing, its name says so. */
export function itWith(program: string, ...args: string[]): typeof it {
  const found = spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  if (found) return it;
  const missing = (name: string) => it.skip(`${name} (${program} is missing here)`, () => {});
  return missing as unknown as typeof it;
}
