import { expect } from '@jest/globals';
import { runSuite } from '../../torture/kit/runner.ts';
import { suites } from '../../torture/suites.ts';

/** How many cases of each suite the tests try. The numbers of docs/reliability.md come from `npm run torture`. */
export const QUICK: Readonly<Record<string, number>> = {
  malformed: 10,
  hostile: 1,
  kill: 2,
  'full-disk': 1,
  canaries: 2,
  confinement: 2,
  determinism: 2,
};

/** These work until a deadline, read much, or find their cases by running the program under strace. */
export const SLOW: Readonly<Record<string, number>> = {
  endless: 2,
  faults: 3,
  bombs: 2,
  limits: 2,
  // The artifact client waits before it tries again.
  services: 1,
};

/** Tries so many cases of a suite. Where the machine lacks what it needs, it says so. */
export async function tryFew(name: string, count: number): Promise<void> {
  const suite = suites.find((one) => one.name === name);
  if (suite === undefined) throw new Error(`there is no suite ${name}`);
  const missing = suite.missing?.();
  if (missing !== undefined) return console.log(`${name} is not tried: ${missing}`);
  const broken: string[] = [];
  const { tries } = await runSuite(suite, {
    ...{ seed: 11, count, jobs: 1 },
    broken: (text) => broken.push(text),
  });
  expect(broken).toEqual([]);
  expect(tries).toBe(count);
}
