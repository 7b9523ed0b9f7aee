import { writeSync } from 'node:fs';
import { systemCode } from '../system-error.ts';
import type { RehearsalProgress } from './rehearse/progress.ts';

/** The file descriptor in the engine process, and the place in its `stdio` for the parent. */
export const PROGRESS_PIPE = 4;

/** One line of JSON on the pipe. */
export interface ProgressLine {
  /** Number of the task that it is of, counted by the parent: what arrives late belongs to no later one. */
  task: number;
  progress: RehearsalProgress;
}

const RETRY_MS = 1;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tells the parent how far a rehearsal came, before the next statement begins. Messages of `process.send` wait in memory
 * until the event loop runs again, which is after the last statement: of 100,000 statements they fill the heap.
 */
export function tellProgress(line: ProgressLine): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(PROGRESS_PIPE, bytes, written);
    } catch (error) {
      // The pipe is full: the parent is reading.
      if (systemCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, RETRY_MS);
    }
  }
}
