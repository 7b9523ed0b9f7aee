/**
 * Random databases and migrations, compared by pages and records and by strict SQL, which must agree:
 * `npm run fuzz -- --seed 1 --count 10000`. Prints the first seed that does not, and how tables were proven.
 * With `--respell`: random rebuilds that only write the schema in other words, which must end without a warning.
 * With `--forms`: every golden case, packed, with a log, with other pages, after VACUUM and as a dump.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { FORMS } from '../__tests__/support/forms.ts';
import { fuzzOnce, withoutProof } from '../__tests__/support/fuzz.ts';
import { caseNames } from '../__tests__/support/golden/golden-case.ts';
import { isIndifferent, saidOf } from '../__tests__/support/metamorphic.ts';
import { loudAfterRespelling, respelling } from '../__tests__/support/respellings.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    respell: { type: 'boolean', default: false },
    forms: { type: 'boolean', default: false },
  },
});
if (values.forms) {
  process.exitCode = await compareForms();
  process.exit();
}
const first = Number(values.seed);
const count = Number(values.count);
const folder = mkdtempSync(join(tmpdir(), 'preflight-fuzz-'));
try {
  if (values.respell) respell();
  else compareBothWays();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compareBothWays(): void {
  const proofs = { pages: 0, records: 0, sql: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const { proven, strict, sql } = fuzzOnce(folder, seed);
    for (const { proof } of proven) proofs[proof] += 1;
    if (isDeepStrictEqual(withoutProof(proven), withoutProof(strict))) continue;
    console.error(`seed ${seed} differs after`, sql);
    console.error('by pages and records:', JSON.stringify(proven, null, 1));
    console.error('by strict SQL:', JSON.stringify(strict, null, 1));
    process.exitCode = 1;
    break;
  }
  console.log(`seeds ${first} to ${first + count - 1}; tables by proof:`, proofs);
}

function respell(): void {
  for (let seed = first; seed < first + count; seed += 1) {
    const loud = loudAfterRespelling(folder, seed);
    if (loud.length === 0) continue;
    console.error(`seed ${seed}:`, respelling(seed), loud);
    process.exitCode = 1;
    return;
  }
  console.log(`seeds ${first} to ${first + count - 1}: nothing above a notice`);
}

/** Prints each golden case of which another form of the snapshot makes another verdict, finding or count. */
async function compareForms(): Promise<number> {
  const own = mkdtempSync(join(tmpdir(), 'preflight-forms-'));
  let asked = 0;
  let differing = 0;
  try {
    for (const name of caseNames.filter(isIndifferent)) {
      const plain = await saidOf(own, name);
      asked += 1;
      for (const [form, make] of Object.entries(FORMS)) {
        const said = await saidOf(own, name, make);
        if (isDeepStrictEqual(said, plain)) continue;
        differing += 1;
        console.error(`${name}, ${form}:`, said, 'and not', plain);
      }
    }
    console.log(
      `${asked} of ${caseNames.length} golden cases in ${Object.keys(FORMS).length} forms: ${differing} differ.`,
    );
    return differing === 0 ? 0 : 1;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
