import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './checkout.ts';
import type { WorkerReport, WorkerTask } from './worker.ts';

/** What came of running test files in turn. */
export interface Outcome {
  /** The first test that failed; `timeout` where it did not come to its end. */
  noticed?: { by: string; timeout: boolean };
  /** How long each file took that passed, in ms. */
  times: Map<string, number>;
}

/** Milliseconds that a file may take, by what it took when nothing was wrong: the machine may be busy. */
function limitFor(ms: number): number {
  return 20_000 + ms * 5;
}

/** Runs test files of a checkout in a process of their own, which is gone afterwards with all that it started. */
export async function runTests(
  { root, scratch, cache }: Checkout,
  files: readonly string[],
  usual: ReadonlyMap<string, number>,
): Promise<Outcome> {
  mkdirSync(scratch, { recursive: true });
  const child = fork(join(root, 'bench/mutate/worker.ts'), {
    cwd: root,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, TMPDIR: scratch, NODE_COMPILE_CACHE: cache },
    // A group of its own: what the tests start ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    return await outcomeOf(child, files, usual);
  } finally {
    if (child.pid !== undefined) endGroup(child.pid);
    rmSync(scratch, { recursive: true, force: true });
  }
}

function outcomeOf(
  child: ChildProcess,
  files: readonly string[],
  usual: ReadonlyMap<string, number>,
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const times = new Map<string, number>();
  const current = () => files[times.size] ?? 'the end';
  const late = () => resolve({ noticed: { by: current(), timeout: true }, times });
  const patience = () => setTimeout(late, limitFor(usual.get(current()) ?? 120_000));
  let timer = patience();
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-500);
  });
  child.on('message', (report: WorkerReport) => {
    if ('failed' in report) return resolve({ noticed: { by: report.failed, timeout: false }, times });
    times.set(report.file, report.ms);
    clearTimeout(timer);
    timer = patience();
  });
  child.once('exit', (code, signal) => {
    if (times.size === files.length) return resolve({ times });
    resolve({ noticed: { by: `${current()} ended by ${signal ?? code}: ${errors}`, timeout: false }, times });
  });
  const task: WorkerTask = { files: [...files], seed: 1 };
  child.send(task);
  return promise.finally(() => clearTimeout(timer));
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}
