import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, Suite, Tally } from '../suite.ts';

export interface RunOptions {
  seed: number;
  /** At most so many tries. */
  count: number;
  /** Cases at once. */
  jobs: number;
  /** Hears of every broken promise at once: a run takes long. */
  broken(text: string): void;
}

/** Tries the cases of a suite. One that throws has failed: the suite could not ask what it wanted to. */
export async function runSuite(suite: Suite, options: RunOptions): Promise<Tally> {
  const { seed, count, jobs } = options;
  const folder = mkdtempSync(join(tmpdir(), `torture-${suite.name}-`));
  try {
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    const waiting = (
      await suite.cases({ seed, count: Math.min(count, suite.count), place: shared })
    ).entries();
    const tally = { seed, tries: 0, failures: 0 };
    const takeNext = async () => {
      for (const [at, one] of waiting) {
        const problems = await problemsOf(one, join(folder, String(at)));
        tally.tries += one.tries ?? 1;
        tally.failures += problems.length > 0 ? 1 : 0;
        for (const problem of problems)
          options.broken(`${suite.name}, seed ${seed}, ${one.name}: ${problem}`);
      }
    };
    await Promise.all(Array.from({ length: jobs }, takeNext));
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function problemsOf(one: Case, place: string): Promise<string[]> {
  mkdirSync(place);
  try {
    return await one.run(place);
  } catch (error) {
    return [`it could not be tried: ${error instanceof Error ? error.stack : String(error)}`];
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}
