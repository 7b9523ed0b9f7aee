import type { Watch } from '../facts/rehearsal/activity.ts';
import { ActivityLog } from './activity-log.ts';
import { neutralise } from './writer.ts';

/** A terminal, or whatever stands in its place. */
export interface LiveTarget {
  write(text: string): unknown;
  columns?: number;
}

/** To the start of the line, and clears it. */
const CLEAR = '\r\u001b[2K';

/** A line at the end of a terminal that is written over and over, and taken away before anything else is said. */
export class LiveLine {
  readonly #target: LiveTarget;
  #isShown = false;

  constructor(target: LiveTarget) {
    this.#target = target;
  }

  show(text: string): void {
    const width = Math.max(20, (this.#target.columns ?? 80) - 1);
    const line = neutralise(text);
    const shown = line.length > width ? `${line.slice(0, width - 1)}…` : line;
    this.#target.write(`${CLEAR}${shown}`);
    this.#isShown = true;
  }

  clear(): void {
    if (this.#isShown) this.#target.write(CLEAR);
    this.#isShown = false;
  }
}

/** Watches a run for whoever sits at a terminal. Gives what hears of it, and what takes the line away. */
export function watchedLive(target: LiveTarget): { watch: Watch; clear: () => void } {
  const line = new LiveLine(target);
  const log = new ActivityLog(() => {});
  const timer = setInterval(() => {
    const text = log.newest();
    if (text === undefined) line.clear();
    else line.show(text);
  }, 250);
  timer.unref();
  return {
    watch: log.watch,
    clear: () => {
      clearInterval(timer);
      line.clear();
    },
  };
}
