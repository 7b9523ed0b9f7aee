import { expect, it } from '@jest/globals';
import { loudAfterRespelling, respelling } from '../support/respellings.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const REBUILDS = 30;
const seeds = Array.from({ length: REBUILDS }, (_, at) => at + 1);

it(`says nothing above a notice of ${REBUILDS} random rebuilds that only write the schema in other words`, () => {
  for (const seed of seeds) {
    expect({ seed, loud: loudAfterRespelling(folder, seed) }).toEqual({ seed, loud: [] });
  }
}, 120_000);

it('is asked of rebuilds that write all of it in other words', () => {
  const all = seeds.map((seed) => respelling(seed).migration).join('\n');
  for (const words of [
    '`',
    '[',
    '/*',
    'IS NOT NULL',
    'NOTNULL',
    'DEFERRABLE',
    'NO ACTION',
    'binary',
    'ASC',
    '((',
  ]) {
    expect(all).toContain(words);
  }
});
