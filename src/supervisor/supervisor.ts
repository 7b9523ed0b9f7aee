import { mkdtempSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DatabaseFacts } from '../facts/database.ts';
import type { Watch } from '../facts/rehearsal/activity.ts';
import { Mutex } from './command/mutex.ts';
import { type EngineLimits, limitsFor } from './limits.ts';
import { preflight } from './preflight.ts';
import type { PreflightRequest, RunLimits } from './request.ts';
import { optionsFor } from './scenarios/rehearse-scenarios.ts';
import { makeScratch, removeFolder } from './scratch-folder.ts';
import { WorkerPool } from './worker-pool.ts';

export type DatabaseRequest = Omit<PreflightRequest, 'folder'>;

export interface Supervision {
  /** Path of the engine's entry: a bundle, or its source. */
  engine: string;
  /** Where the scratch folder for the private copies is made. */
  temp: string;
  /** Aborts when the run is cancelled. */
  signal: AbortSignal;
  /** What an engine process may take; by default most of the machine. */
  limits?: EngineLimits;
}

/**
 * A scratch folder with engine processes coming up in it. Whatever happens, `close` ends the processes and removes
 * the copies.
 */
export class Supervisor {
  readonly #scratch: string;
  readonly #pool: WorkerPool;
  readonly #signal: AbortSignal;
  readonly #mutex = new Mutex();

  constructor({ engine, temp, signal, limits }: Supervision) {
    this.#scratch = makeScratch(temp);
    // Two at least: *before* is measured while *after* is migrated.
    const most = Math.max(2, availableParallelism());
    this.#pool = new WorkerPool(engine, this.#scratch, most, limits ?? limitsFor(this.#scratch));
    this.#signal = signal;
  }

  /**
   * Each database through all tasks, as many at once as there are processes, in the order of `requests`. What still
   * runs at the deadline is killed. Never rejects for what the tasks do, and what one database does costs no other.
   */
  async run(
    requests: readonly DatabaseRequest[],
    timeoutMs: number,
    watch: Watch = () => {},
  ): Promise<DatabaseFacts[]> {
    const deadline = performance.now() + timeoutMs;
    const results: DatabaseFacts[] = [];
    const waiting = requests.entries();
    const takeNext = async () => {
      for (const [at, request] of waiting) {
        const rehearse = optionsFor(request.rehearse, at);
        results[at] = await this.#one({ ...request, rehearse }, { deadline, watch });
      }
    };
    await Promise.all(Array.from({ length: this.#pool.most }, takeNext));
    return results;
  }

  /** Never rejects: what could not be removed comes back in a sentence, because by now everything has been said. */
  async close(): Promise<{ problem?: string }> {
    await this.#pool.close();
    return removeFolder(this.#scratch);
  }

  async #one(request: DatabaseRequest, run: Pick<RunLimits, 'deadline' | 'watch'>): Promise<DatabaseFacts> {
    const folder = mkdtempSync(join(this.#scratch, 'database-'));
    try {
      const limits = { ...run, signal: this.#signal, mutex: this.#mutex };
      return await preflight({ ...request, folder }, this.#pool, limits);
    } finally {
      // With many databases, their copies would fill the disk.
      removeFolder(folder);
    }
  }
}
