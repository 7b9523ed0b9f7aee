import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classes } from '../__tests__/support/disasters/classes.ts';
import { FAULTS_OF_A_KIND, HARMLESS, kinds } from '../__tests__/support/faults/plant.ts';
import { type Raised, scored, totalTable, WHO, words } from './disasters/score.ts';
import { tryFault, tryHarmless, trySafe, tryUnsafe } from './disasters/trials.ts';

/**
 * Who sees the disasters: a careful script, sqldiff, and this program, on the golden cases and on the planted faults of
 * the tests. Nothing here is random or timed; two runs print the same.
 */
const folder = mkdtempSync(join(tmpdir(), 'preflight-disasters-'));
const misses: string[] = [];

function line(title: string, unsafe: readonly Raised[], safe: readonly Raised[]): void {
  const [seen, alarms] = [scored(unsafe), scored(safe)];
  console.log(title);
  for (const who of WHO) {
    const falseAlarms = safe.length === 0 ? '' : `, false alarms ${words(alarms, who)}`;
    console.log(`  ${who}: seen ${words(seen, who)}${falseAlarms}`);
  }
}

async function golden(): Promise<{ unsafe: Raised[]; safe: Raised[] }> {
  const all = { unsafe: [] as Raised[], safe: [] as Raised[] };
  for (const one of classes) {
    const unsafe = await Promise.all(one.unsafe.map((name) => tryUnsafe(folder, name, one)));
    const safe = await Promise.all(one.safe.map((name) => trySafe(folder, name)));
    misses.push(
      ...one.unsafe.filter((_, at) => !unsafe[at]?.['this program']),
      ...one.safe.filter((_, at) => safe[at]?.['this program']),
    );
    line(one.title, unsafe, safe);
    all.unsafe.push(...unsafe);
    all.safe.push(...safe);
  }
  return all;
}

function planted(): Raised[] {
  return kinds.flatMap((kind) => {
    const raised = upTo(FAULTS_OF_A_KIND).map((seed) => tryFault(folder, kind, seed));
    misses.push(...raised.flatMap((one, seed) => (one['this program'] ? [] : [`${kind}, seed ${seed}`])));
    line(`planted: ${kind}`, raised, []);
    return raised;
  });
}

function harmless(): Raised[] {
  const raised = upTo(HARMLESS).map((seed) => tryHarmless(folder, seed));
  misses.push(...raised.flatMap((one, seed) => (one['this program'] ? [`harmless, seed ${seed}`] : [])));
  return raised;
}

function upTo(end: number): number[] {
  return Array.from({ length: end }, (_, at) => at);
}

function writeReadme(table: string): void {
  const file = join(import.meta.dirname, '../README.md');
  const readme = readFileSync(file, 'utf8');
  const renewed = readme.replace(
    /(<!-- disasters -->\n).*?(\n<!-- \/disasters -->)/s,
    (_, start: string, end: string) => `${start}${table}${end}`,
  );
  if (renewed !== readme) writeFileSync(file, renewed);
}

try {
  const { unsafe, safe } = await golden();
  const totals = {
    unsafe: scored(unsafe),
    safe: scored(safe),
    faults: scored(planted()),
    harmless: scored(harmless()),
  };
  const table = totalTable(totals);
  console.log(`\n${table}\n`);
  console.log(
    misses.length === 0 ? 'This program missed none.' : `This program was wrong about: ${misses.join('; ')}`,
  );
  // A table with a row left out would not say what the README promises.
  if (totals.unsafe.raised['sqldiff --summary'] === undefined)
    console.log('README.md stays as it is without sqldiff.');
  else writeReadme(table);
  if (misses.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
