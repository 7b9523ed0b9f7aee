import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  caseFolder,
  caseNames,
  casesNamed,
  layoutCaseNames,
  layoutFolder,
} from '../__tests__/support/golden/golden-case.ts';
import { caseMeasurer } from '../__tests__/support/golden/measure-case.ts';
import { type Renewal, renew } from '../__tests__/support/golden/renew.ts';

/**
 * `npm run cases -- [--update] [NAME...]`: how golden cases differ from their expected.json, all of them or those named.
 * With `--update` the file is written anew, except where what was found contradicts truth.json.
 */
async function renewals(names: readonly string[], update: boolean): Promise<Renewal[]> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-cases-'));
  const measure = caseMeasurer(folder);
  const done: Renewal[] = [];
  try {
    for (const name of names) {
      const renewal = renew(await measure(name), update);
      if (renewal.lines.length > 0) console.log([name, ...renewal.lines].join('\n  '));
      done.push(renewal);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
}

/** As `npm run fix` would, so that a renewed file differs only where its content does. */
function format(): void {
  const biome = join(import.meta.dirname, '../node_modules/@biomejs/biome/bin/biome');
  const files = [caseFolder, layoutFolder];
  execFileSync(process.execPath, [biome, 'format', '--write', '--colors=off', ...files], { stdio: 'ignore' });
}

const { values, positionals } = parseArgs({
  options: { update: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((given) => casesNamed(given).length === 0);
if (unknown.length > 0) {
  console.error(`There is no golden case ${unknown.join(', ')}.`);
  process.exitCode = 1;
} else {
  const named = positionals.length > 0 ? positionals.flatMap(casesNamed) : [...caseNames, ...layoutCaseNames];
  const all = await renewals([...new Set(named)], values.update);
  const count = (kind: 'differs' | 'contradicts' | 'written') => all.filter((one) => one[kind]).length;
  const [differ, wrong, written] = [count('differs'), count('contradicts'), count('written')];
  if (written > 0) format();
  console.log(`${all.length} cases: ${differ} differ from expected.json, ${written} of them written.`);
  if (wrong > 0)
    console.log(
      `${wrong} contradict truth.json (!): nothing is written against it. Without one a case has to be cleared.`,
    );
  if (wrong > 0 || differ > written) process.exitCode = 1;
}
