import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './checkout.ts';
import type { FileReport, WorkerReport, WorkerTask } from './worker.ts';

/** What came of running test files in turn. */
export interface Outcome {
  /** The first test that failed; `timeout` where it did not come to its end. */
  noticed?: { by: string; timeout: boolean };
  /** Of the files that passed. */
  passed: FileReport[];
}

interface Options {
  /** What each file takes when nothing is wrong. */
  usual: ReadonlyMap<string, { ms: number }>;
  covered?: readonly string[];
}

/** Milliseconds that a file may take, by what it took when nothing was wrong: the machine may be busy. */
function limitFor(ms = 120_000): number {
  return 60_000 + ms * 10;
}

/** Runs test files of a checkout in a process of their own, which is gone afterwards with all that it started. */
export async function runTests(
  { root, scratch, cache }: Checkout,
  files: readonly string[],
  { usual, covered = [] }: Options,
): Promise<Outcome> {
  if (files.length === 0) return { passed: [] };
  mkdirSync(scratch, { recursive: true });
  const child = fork(join(root, 'bench/mutate/worker.ts'), {
    cwd: root,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, TMPDIR: scratch, NODE_COMPILE_CACHE: cache },
    // A group of its own: what the tests start ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const end = () => endGroup(child.pid);
  process.once('exit', end);
  try {
    return await outcomeOf(child, { files: [...files], seed: 1, covered: [...covered] }, usual);
  } finally {
    end();
    process.off('exit', end);
    rmSync(scratch, { recursive: true, force: true });
  }
}

function outcomeOf(child: ChildProcess, task: WorkerTask, usual: Options['usual']): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const passed: FileReport[] = [];
  const current = () => task.files[passed.length] ?? 'the end';
  const noticed = (by: string, timeout = false) => resolve({ noticed: { by, timeout }, passed });
  const patience = () => setTimeout(() => noticed(current(), true), limitFor(usual.get(current())?.ms));
  let timer = patience();
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-500);
  });
  child.on('message', (report: WorkerReport) => {
    if ('failed' in report) return noticed(report.failed);
    passed.push(report);
    clearTimeout(timer);
    timer = patience();
  });
  // What it said last can arrive after its end.
  void Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(([[code, signal]]) => {
    if (passed.length === task.files.length) resolve({ passed });
    else noticed(`${current()} ended by ${signal ?? code}: ${errors}`);
  });
  child.send(task);
  return promise.finally(() => clearTimeout(timer));
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}
