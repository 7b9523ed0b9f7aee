import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { reliabilityPage } from '../../torture/page.ts';
import type { Tally } from '../../torture/suite.ts';
import { suites } from '../../torture/suites.ts';
import { scratchFolder } from '../support/scratch.ts';
import { QUICK, SLOW, tryFew } from './few.ts';

const root = join(import.meta.dirname, '../..');
const place = scratchFolder();
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
      const names = async () => (await suite.cases({ seed: 5, count: 3, place })).map(({ name }) => name);
      const first = suite.name === 'determinism' ? ['run 0', 'run 1', 'run 2'] : await names();
      expect(first).toEqual(await names());
    },
  );
});

describe('a few cases keep their promise', () => {
  it('of every suite, here or in the slow tests', () => {
    expect([...Object.keys(QUICK), ...Object.keys(SLOW)].toSorted()).toEqual(
      suites.map(({ name }) => name).toSorted(),
    );
  });

  it.each(Object.entries(QUICK))('of %s', tryFew, 240_000);
});
