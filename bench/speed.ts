/**
 * Diff, rehearsal, orphans and a whole run against `sqldiff`, `cmp`, the sqlite3 shell and a script of them, in CPU
 * seconds of whole processes: `npm run bench:speed [-- 10 100 1000] [--rounds 2] [--write]`. Sizes are in MB; by default
 * 10 and 100. `--write` puts the tables into docs/performance.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goalsOf } from './speed/goals.ts';
import { type Measured, measureShape, measureSize } from './speed/measures.ts';
import { goalTable, growthTable, rowsOf, shapeLines, writeInto } from './speed/tables.ts';
import { hasPeers } from './speed/timed.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const DOCUMENT = join(import.meta.dirname, '../docs/performance.md');

/** Two rounds of the largest take as long as five of the others. */
const roundsFor = (megabytes: number) => Number(values.rounds ?? (megabytes >= 1000 ? 2 : 5));

function run(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'preflight-bench-'));
  const inside = (act: (folder: string) => Measured | ReturnType<typeof measureShape>) =>
    act(mkdtempSync(join(scratch, 'round-')));
  try {
    const sizes = positionals.length > 0 ? positionals.map(Number) : [10, 100];
    const measured = sizes.map((megabytes) => {
      const one = inside((folder) => measureSize(folder, megabytes, roundsFor(megabytes))) as Measured;
      console.log(`\n${megabytes} MB\n${rowsOf(one).join('\n')}\n${goalTable(goalsOf(one))}`);
      return one;
    });
    const shapes = shapeLines(
      (tables, columns) =>
        inside((folder) => measureShape(folder, tables, columns)) as ReturnType<typeof measureShape>,
    );
    console.log(`\n${shapes.join('\n')}`);
    if (!values.write) return;
    const largest = measured.at(-1) as Measured;
    const text = `${growthTable(measured)}\n\n### Goals at ${largest.megabytes} MB\n\n${goalTable(goalsOf(largest))}\n\n${shapes.join('\n')}`;
    writeFileSync(DOCUMENT, writeInto(readFileSync(DOCUMENT, 'utf8'), text));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (hasPeers()) run();
else
  console.log(
    "Nothing was measured: install Debian's packages sqlite3 and sqlite3-tools (sqldiff), cmp and bash.",
  );
