import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runSuite } from '../../torture/kit/runner.ts';
import { reliabilityPage } from '../../torture/page.ts';
import type { Tally } from '../../torture/suite.ts';
import { suites } from '../../torture/suites.ts';
import { scratchFolder } from '../support/scratch.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const results = JSON.parse(read('torture/results.json')) as Record<string, Tally>;

describe('docs/reliability.md', () => {
  it('is what the suites and their last results say', () => {
    expect(read('docs/reliability.md')).toBe(reliabilityPage(suites, results));
  });

  it('counts cases of suites that there are, and each of them', () => {
    expect(Object.keys(results)).toEqual(suites.map(({ name }) => name));
    for (const [name, { tries }] of Object.entries(results)) expect([name, tries > 0]).toEqual([name, true]);
  });
});

describe('a suite', () => {
  it.each(suites.map((suite) => [suite.name, suite] as const))(
    '%s stands in a file of its name and says what it promises',
    (name, { title, promise, method, count }) => {
      expect(existsSync(join(root, `torture/suites/${name}.ts`))).toBe(true);
      for (const text of [title, promise, method]) expect(text).toMatch(/\S/);
      expect(count).toBeGreaterThan(0);
    },
  );

  it.each(suites.map((suite) => [suite.name, suite] as const))(
    '%s has the same cases for the same seed',
    async (_, suite) => {
      // What runs the program to find its cases is asked below.
      if (['kill', 'faults'].includes(suite.name)) return expect(suite.count).toBeGreaterThan(100);
      const place = scratchFolder();
      const names = async () => (await suite.cases({ seed: 5, count: 3, place })).map(({ name }) => name);
      const first = suite.name === 'determinism' ? ['run 0', 'run 1', 'run 2'] : await names();
      expect(first).toEqual(await names());
    },
  );
});

/** A few of each: what fits into a minute. The numbers of docs/reliability.md come from `npm run torture`. */
const FEW: Readonly<Record<string, number>> = {
  malformed: 10,
  hostile: 1,
  endless: 1,
  kill: 2,
  faults: 1,
  'full-disk': 1,
  canaries: 2,
  confinement: 2,
  bombs: 1,
  limits: 1,
  services: 1,
  determinism: 2,
};

describe('a few cases keep their promise', () => {
  it('of every suite', () => {
    expect(Object.keys(FEW)).toEqual(suites.map(({ name }) => name));
  });

  it.each(suites.map((suite) => [suite.name, suite] as const))(
    'of %s',
    async (name, suite) => {
      const missing = suite.missing?.();
      if (missing !== undefined) return console.log(`${name} is not tried: ${missing}`);
      const broken: string[] = [];
      const tally = await runSuite(suite, {
        ...{ seed: 11, count: FEW[name] ?? 1, jobs: 1 },
        broken: (text) => broken.push(text),
      });
      expect(broken).toEqual([]);
      expect(tally.tries).toBe(FEW[name]);
    },
    240_000,
  );
});
