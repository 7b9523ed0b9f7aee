import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Checkout } from './checkout.ts';
import { hasRun } from './coverage.ts';
import type { Mutant } from './mutants.ts';
import { runTests } from './trial.ts';
import type { FileReport } from './worker.ts';

/** What each test file does while nothing is wrong. */
export type Baseline = ReadonlyMap<string, FileReport>;

interface Stored {
  fingerprint: string;
  reports: FileReport[];
}

/** Runs what `store` does not know yet of this very checkout. All of it has to pass. */
export async function baselineOf(
  checkout: Checkout,
  tests: readonly string[],
  covered: readonly string[],
  store: string,
): Promise<Baseline> {
  const { fingerprint } = checkout;
  const stored = existsSync(store) ? (JSON.parse(readFileSync(store, 'utf8')) as Stored) : undefined;
  const known = stored?.fingerprint === fingerprint ? stored.reports : [];
  const missing = tests.filter((test) => !known.some(({ file }) => file === test));
  console.log(`${missing.length} of ${tests.length} test files are run without a mutant first`);
  const { noticed, passed } = await runTests(checkout, missing, { usual: new Map(), covered });
  if (noticed !== undefined) throw new Error(`a test fails without a mutant: ${noticed.by}`);
  const reports = [...known, ...passed];
  mkdirSync(dirname(store), { recursive: true });
  writeFileSync(store, JSON.stringify({ fingerprint, reports } satisfies Stored));
  return new Map(reports.map((report) => [report.file, report]));
}

/** The fastest first. */
export function inTurn(tests: readonly string[], baseline: Baseline): string[] {
  return tests.toSorted((a, b) => (baseline.get(a)?.ms ?? 0) - (baseline.get(b)?.ms ?? 0));
}

/** Those of the tests that come to where the mutant is. */
export function reaching({ file, edit }: Mutant, tests: readonly string[], baseline: Baseline): string[] {
  const reports = tests.flatMap((test) => baseline.get(test) ?? []);
  // What runs while modules are loaded runs once in a process, and can show in any test of it.
  const isLoading = [...baseline.values()].some(({ loaded }) => hasRun(loaded, file, edit.start));
  return reports.filter(({ ran }) => isLoading || hasRun(ran, file, edit.start)).map((report) => report.file);
}
