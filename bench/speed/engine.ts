import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { PROGRESS_PIPE } from '../../src/engine/progress-pipe.ts';
import type { EngineMessage, EngineTask, Tasks } from '../../src/engine/protocol.ts';
import type { Cost } from './timed.ts';

/** What this program takes for one step. */
export interface Own extends Cost {
  /** CPU seconds of the step itself, without the start of the process that does it. */
  work: number;
}

const ENGINE = join(import.meta.dirname, '../../dist/engine/index.js');
const ORPHANS = join(import.meta.dirname, 'orphans.ts');

/** One task in a process of its own, from the bundle that users run. */
export function engineTask<Task extends EngineTask>(
  task: Task,
  request: Tasks[Task]['request'],
): Promise<Own> {
  return measured(ENGINE, { task, request });
}

/**
 * The orphans alone, which are part of a larger task in the bundle: counted by the sources. Loading those is not what a
 * user pays, so that the start of the bundled engine stands for it.
 */
export async function orphansTask(database: string): Promise<Own> {
  const { work, wall, peak = 0 } = await measured(ORPHANS, database);
  const { cpu: start } = await measured(ENGINE, undefined);
  return { work, wall, peak, cpu: start + work };
}

/** Starts `entry`, gives it the message, or none, and reads off what it took when it answers. */
function measured(entry: string, message: object | string | undefined): Promise<Own> {
  const { promise, resolve, reject } = Promise.withResolvers<Own>();
  const child = fork(entry, [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['inherit', 'inherit', 'inherit', 'ipc', 'pipe'],
  });
  // Somebody must read what it tells on the way.
  (child.stdio[PROGRESS_PIPE] as Readable).resume();
  const spawned = performance.now();
  let start = 0;
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`${entry} ended with ${code}`)));
  child.on('message', (heard: EngineMessage) => {
    if (heard.say === 'ready') start = cpuOf(child);
    if (heard.say === 'fault') reject(new Error(heard.detail));
    if (heard.say === 'ready' && message !== undefined) child.send(message);
    else {
      const cpu = cpuOf(child);
      resolve({ cpu, work: cpu - start, wall: (performance.now() - spawned) / 1000, peak: peakOf(child) });
      child.disconnect();
    }
  });
  return promise;
}

/** CPU seconds so far, in steps of a hundredth (man 5 proc: utime and stime count in clock ticks). */
function cpuOf({ pid }: ChildProcess): number {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** MB. */
function peakOf({ pid }: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
