import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { withReports } from '../../scripts/generate/readme.ts';
import { classes } from '../support/disasters/classes.ts';
import { FAULTS_OF_A_KIND, HARMLESS, kinds } from '../support/faults/plant.ts';

it('the README shows what the example gives; scripts/generate/readme.ts writes it', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect(withoutTimes(withReports(readme))).toBe(withoutTimes(readme));
});

/** No two runs take the same time. */
function withoutTimes(text: string): string {
  return text.replace(/\b[\d.,]+ (ms|s)\b/g, 'some time');
}

it('the README counts the disasters that there are; npm run bench:disasters writes it', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const all = (cases: readonly string[][]) => cases.flat().length;
  const unsafe = all(classes.map((one) => [...one.unsafe]));
  const safe = all(classes.map((one) => [...one.safe]));
  const faults = kinds.length * FAULTS_OF_A_KIND;
  expect(readme).toContain(`has ${classes.length} classes`);
  expect(readme).toContain(
    `| this program | ${unsafe} / ${unsafe} | ${faults} / ${faults} | 0 / ${safe} | 0 / ${HARMLESS} |`,
  );
});
