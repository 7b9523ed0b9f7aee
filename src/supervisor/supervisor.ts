import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DatabaseFacts } from '../facts/database.ts';
import { Mutex } from './command/mutex.ts';
import { type EngineLimits, limitsFor } from './limits.ts';
import { preflight } from './preflight.ts';
import type { PreflightRequest } from './request.ts';
import { optionsFor } from './scenarios/rehearse-scenarios.ts';
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
    mkdirSync(temp, { recursive: true });
    this.#scratch = mkdtempSync(join(temp, 'preflight-copies-'));
    // Two at least: *before* is measured while *after* is migrated.
    const most = Math.max(2, availableParallelism());
    this.#pool = new WorkerPool(engine, this.#scratch, most, limits ?? limitsFor(this.#scratch));
    this.#signal = signal;
  }

  /**
   * Each database through all tasks, as many at once as there are processes, in the order of `requests`. What still
   * runs at the deadline is killed. Never rejects for what the tasks do, and what one database does costs no other.
   */
  async run(requests: readonly DatabaseRequest[], timeoutMs: number): Promise<DatabaseFacts[]> {
    const deadline = performance.now() + timeoutMs;
    const results: DatabaseFacts[] = [];
    const waiting = requests.entries();
    const takeNext = async () => {
      for (const [at, request] of waiting) {
        const rehearse = optionsFor(request.rehearse, at);
        results[at] = await this.#one({ ...request, rehearse }, deadline);
      }
    };
    await Promise.all(Array.from({ length: this.#pool.most }, takeNext));
    return results;
  }

  async close(): Promise<void> {
    await this.#pool.close();
    remove(this.#scratch);
  }

  async #one(request: DatabaseRequest, deadline: number): Promise<DatabaseFacts> {
    const folder = mkdtempSync(join(this.#scratch, 'database-'));
    try {
      const limits = { deadline, signal: this.#signal, mutex: this.#mutex };
      return await preflight({ ...request, folder }, this.#pool, limits);
    } finally {
      // With many databases, their copies would fill the disk.
      remove(folder);
    }
  }
}

function remove(folder: string): void {
  // On Windows a process that was just killed holds its files a moment longer.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
