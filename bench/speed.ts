/**
 * Diff, rehearsal, orphans and a whole run against `sqldiff`, `cmp`, the sqlite3 shell and a script of them, in CPU
 * seconds: `npm run bench:speed [-- 10 100 1000] [--rounds 2] [--write]`. Sizes are in MB; by default 10 and 100.
 * Measures the bundle in dist as it lies there. `--write` puts the tables into docs/performance.md. Linux only.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goalsOf } from './speed/goals.ts';
import { type Measured, measureShape, measureSize } from './speed/measures.ts';
import { conditions, goalTable, growthTable, rowsOf, shapeLines, writeInto } from './speed/tables.ts';
import { hasPeers } from './speed/timed.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const DOCUMENT = join(import.meta.dirname, '../docs/performance.md');

/** A round of the largest takes a quarter of an hour. */
const roundsFor = (megabytes: number) => Number(values.rounds ?? (megabytes >= 1000 ? 2 : 5));

async function run(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'preflight-bench-'));
  const [load = 0] = loadavg();
  const folder = () => mkdtempSync(join(scratch, 'round-'));
  try {
    const measured: Measured[] = [];
    for (const megabytes of positionals.length > 0 ? positionals.map(Number) : [10, 100]) {
      const one = await measureSize(folder(), megabytes, roundsFor(megabytes));
      console.log(`\n${megabytes} MB\n${rowsOf(one).join('\n')}\n${goalTable(goalsOf(one))}`);
      measured.push(one);
    }
    const shapes = shapeLines((tables, columns) => measureShape(folder(), tables, columns));
    console.log(`\n${shapes.join('\n')}`);
    if (!values.write) return;
    const largest = measured.at(-1) as Measured;
    const text = [
      conditions(measured, load),
      growthTable(measured),
      `### Goals at ${largest.megabytes} MB`,
      goalTable(goalsOf(largest)),
      shapes.join('\n'),
    ].join('\n\n');
    writeFileSync(DOCUMENT, writeInto(readFileSync(DOCUMENT, 'utf8'), text));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (hasPeers()) await run();
else
  console.log(
    "Nothing was measured: install Debian's packages sqlite3 and sqlite3-tools (sqldiff), cmp and bash.",
  );
