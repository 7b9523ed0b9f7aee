/**
 * Cruelty by the thousand against the real bundle, seeded: `npm run torture -- --suite malformed --seed 1 --count 100`.
 * Without `--suite` all suites run, without `--count` as many tries as docs/reliability.md is meant to show; `--write`
 * writes what came of it there. Ends with 1 where a promise was broken.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runSuite } from './kit/runner.ts';
import { reliabilityPage } from './page.ts';
import type { Suite, Tally } from './suite.ts';
import { suites } from './suites.ts';

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
});

const RESULTS = join(import.meta.dirname, 'results.json');
const PAGE = join(import.meta.dirname, '../docs/reliability.md');

function chosen(): readonly Suite[] {
  if (values.suite === undefined) return suites;
  return values.suite.split(',').map((name) => {
    const found = suites.find((suite) => suite.name === name);
    if (found === undefined) throw new Error(`no suite ${name}: ${suites.map((one) => one.name).join(', ')}`);
    return found;
  });
}

function record(name: string, tally: Tally): void {
  const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, Tally>;
  const entries = Object.entries({ ...results, [name]: tally });
  const ordered = suites.flatMap((suite) => entries.filter(([own]) => own === suite.name));
  const renewed = Object.fromEntries(ordered);
  writeFileSync(RESULTS, `${JSON.stringify(renewed, null, 2)}\n`);
  writeFileSync(PAGE, reliabilityPage(suites, renewed));
}

const options = {
  seed: Number(values.seed),
  count: Number(values.count ?? Number.MAX_SAFE_INTEGER),
  jobs: Number(values.jobs),
  broken: (text: string) => console.log(`✗ ${text}`),
};
for (const suite of chosen()) {
  const missing = suite.missing?.();
  if (missing !== undefined) {
    console.log(`${suite.name}: not tried, because ${missing}`);
    continue;
  }
  const began = performance.now();
  const tally = await runSuite(suite, options);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${suite.name}: ${tally.tries} tries, ${tally.failures} failures, ${seconds} s`);
  if (values.write) record(suite.name, tally);
  if (tally.failures > 0) process.exitCode = 1;
}
