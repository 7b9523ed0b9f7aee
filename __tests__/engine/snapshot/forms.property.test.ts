import { describe, expect, it } from '@jest/globals';
import { FORMS } from '../../support/forms.ts';
import { caseNames } from '../../support/golden/golden-case.ts';
import { isIndifferent, saidOf } from '../../support/metamorphic.ts';
import { randomFrom } from '../../support/random.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
/** All others are taken by `npm run fuzz -- --forms`. */
const CASES = 12;

describe('verdict, findings and counts', () => {
  const random = randomFrom(13);
  const indifferent = caseNames.filter(isIndifferent);
  const names = Array.from({ length: CASES }, () => random.pick(indifferent));

  it.each(names)('are the same in whatever form the snapshot of %s comes', async (name) => {
    const plain = await saidOf(folder, name);
    for (const [form, make] of Object.entries(FORMS)) {
      expect({ form, ...(await saidOf(folder, name, make)) }).toEqual({ form, ...plain });
    }
  });
});
