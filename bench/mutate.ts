/**
 * Breaks one line after another of a copy of the checkout and looks whether a test notices:
 * `npm run mutate [-- --seed 1 --count 300 --file merge --operator operand]`. The same seed gives the same mutants.
 * Those that `mutate/equivalent.json` explains are left out; `--equivalent` tries just these: none may be noticed.
 * Results are in build/mutate. Fails where less than nine in ten of the others are noticed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checkout, copyCheckout, whileChanged } from './mutate/checkout.ts';
import { explained, reasonOf } from './mutate/equivalent.ts';
import { apply, type Mutant, sample } from './mutate/mutants.ts';
import { GOAL, type Result, score, tableOf } from './mutate/results.ts';
import { checkTargets, isTarget, testsOf } from './mutate/targets.ts';
import { runTests } from './mutate/trial.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    file: { type: 'string', default: '' },
    operator: { type: 'string' },
    equivalent: { type: 'boolean', default: false },
  },
});
const home = join(import.meta.dirname, '..');
const output = join(home, 'build/mutate');

async function run(checkout: Checkout): Promise<void> {
  const inFolder = (folder: string, end: string) =>
    checkout.files.filter((file) => file.startsWith(folder) && file.endsWith(end)).sort();
  const tests = inFolder('__tests__/', '.test.ts');
  const targets = inFolder('src/', '.ts').filter(isTarget);
  checkTargets(targets, tests);
  const wanted = targets.filter((file) => new RegExp(values.file).test(file));
  const sources = new Map(wanted.map((file) => [file, readFileSync(join(checkout.root, file), 'utf8')]));
  const { mutants, stale } = explained(sources);
  for (const { file, mutant } of stale) console.error(`equivalent.json: ${file} has no mutant ${mutant}`);
  const drawn = values.equivalent
    ? mutants
    : sample(sources, Number(values.count), Number(values.seed), values.operator);
  const usual = await usualTimes(checkout, [...new Set(drawn.flatMap(({ file }) => testsOf(file, tests)))]);
  const results: Result[] = [];
  for (const mutant of drawn) {
    const reason = reasonOf(mutant);
    const result: Result =
      reason !== undefined && !values.equivalent
        ? { mutant, fate: 'equivalent', by: reason, ms: 0 }
        : await tryOut(checkout, mutant, sources.get(mutant.file) ?? '', testsOf(mutant.file, tests), usual);
    results.push(result);
    console.log(`${results.length}/${drawn.length} ${lineOf(result)}`);
  }
  report(results);
}

/** How long each test file takes when nothing is wrong; all of them have to pass then. */
async function usualTimes(
  checkout: Checkout,
  tests: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const store = join(output, 'times.json');
  const { fingerprint } = checkout;
  const stored = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};
  const known = new Map<string, number>(stored.fingerprint === fingerprint ? stored.times : []);
  const missing = tests.filter((test) => !known.has(test));
  console.log(`${missing.length} of ${tests.length} test files are run without a mutant first`);
  const { noticed, times } = await runTests(checkout, missing, new Map());
  if (noticed !== undefined) throw new Error(`a test fails without a mutant: ${noticed.by}`);
  const all = new Map([...known, ...times]);
  mkdirSync(output, { recursive: true });
  writeFileSync(store, JSON.stringify({ fingerprint, times: [...all] }));
  return all;
}

async function tryOut(
  checkout: Checkout,
  mutant: Mutant,
  source: string,
  tests: readonly string[],
  usual: ReadonlyMap<string, number>,
): Promise<Result> {
  const start = performance.now();
  const fastestFirst = tests.toSorted((a, b) => (usual.get(a) ?? 0) - (usual.get(b) ?? 0));
  const { noticed } = await whileChanged(join(checkout.root, mutant.file), apply(source, mutant.edit), () =>
    runTests(checkout, fastestFirst, usual),
  );
  const ms = Math.round(performance.now() - start);
  if (noticed === undefined) return { mutant, fate: 'survived', by: '', ms };
  return { mutant, fate: noticed.timeout ? 'timeout' : 'killed', by: noticed.by, ms };
}

function lineOf({ mutant: { file, line, name }, fate, by, ms }: Result): string {
  return `${fate.padEnd(10)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${file}:${line} ${name}${by && `  | ${by.slice(0, 120)}`}`;
}

function report(results: readonly Result[]): void {
  writeFileSync(join(output, 'result.json'), `${JSON.stringify({ ...values, results }, null, 1)}\n`);
  const survived = results.filter(({ fate }) => fate === 'survived');
  if (values.equivalent) {
    const wrong = results.filter((result) => !survived.includes(result));
    console.log(`${survived.length} of ${results.length} are noticed by no test, as their reasons say`);
    for (const result of wrong) console.log(lineOf(result));
    process.exitCode = wrong.length === 0 ? 0 : 1;
    return;
  }
  console.log(`\n${tableOf(results)}\n\nsurvived:\n${survived.map(lineOf).join('\n')}`);
  process.exitCode = score(results) >= GOAL ? 0 : 1;
}

const checkout = copyCheckout(home);
try {
  await run(checkout);
} finally {
  checkout.remove();
}
