/**
 * Breaks one line after another of a copy of the checkout and looks whether a test notices:
 * `npm run mutate [-- --seed 1 --count 300 --file merge --operator operand]`. The same seed gives the same mutants.
 * Those that `mutate/equivalent.json` explains are left out; `--equivalent` tries just these: none may be noticed.
 * Results are in build/mutate. Fails where less than nine in ten of the others are noticed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Baseline, baselineOf, inTurn, reaching } from './mutate/baseline.ts';
import { type Checkout, copyCheckout, whileChanged } from './mutate/checkout.ts';
import { explained, reasonOf } from './mutate/equivalent.ts';
import { apply, type Mutant, sample } from './mutate/mutants.ts';
import { GOAL, type Result, score, tableOf } from './mutate/results.ts';
import { checkTargets, isTarget, isUnseen, testsOf } from './mutate/targets.ts';
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
  const relevant = new Set(drawn.flatMap(({ file }) => testsOf(file, tests)));
  const baseline = await baselineOf(checkout, [...relevant], targets, join(output, 'baseline.json'));
  const results: Result[] = [];
  for (const mutant of drawn) {
    results.push(await resultOf(checkout, mutant, sources.get(mutant.file) ?? '', tests, baseline));
    console.log(`${results.length}/${drawn.length} ${lineOf(results.at(-1) as Result)}`);
  }
  report(results);
}

async function resultOf(
  checkout: Checkout,
  mutant: Mutant,
  source: string,
  tests: readonly string[],
  baseline: Baseline,
): Promise<Result> {
  const reason = reasonOf(mutant);
  if (reason !== undefined && !values.equivalent) return { mutant, fate: 'equivalent', by: reason, ms: 0 };
  const relevant = testsOf(mutant.file, tests);
  const chosen = isUnseen(mutant.file) ? relevant : reaching(mutant, relevant, baseline);
  const start = performance.now();
  const { noticed } = await whileChanged(join(checkout.root, mutant.file), apply(source, mutant.edit), () =>
    runTests(checkout, inTurn(chosen, baseline), { usual: baseline }),
  );
  const ms = Math.round(performance.now() - start);
  if (noticed === undefined)
    return { mutant, fate: 'survived', by: chosen.length === 0 ? 'no test comes there' : '', ms };
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
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
process.once('exit', checkout.remove);
await run(checkout);
