import { describe, expect, it } from '@jest/globals';
import { layouts } from '../../src/plan/layouts/index.ts';
import { contradictions, expectedFrom } from '../support/golden/expected.ts';
import { layoutCaseNames } from '../support/golden/golden-case.ts';
import { caseMeasurer } from '../support/golden/measure-case.ts';
import { scratchFolder } from '../support/scratch.ts';

const measure = caseMeasurer(scratchFolder());

describe('the golden case of a layout', () => {
  describe.each(layoutCaseNames)('%s', (name) => {
    it('finds what expected.json says, and nothing else', async () => {
      const { golden, record } = await measure(name);
      expect(expectedFrom(record)).toEqual(golden.expected);
    });

    it('does what the tool does, as truth.json says', async () => {
      expect(contradictions(await measure(name))).toEqual([]);
    });
  });

  it.each(layouts)('is one of several: $name', ({ name }) => {
    const own = layoutCaseNames.filter((one) => one.startsWith(`${name}/`));
    expect(own.length).toBeGreaterThanOrEqual(1);
  });
});
