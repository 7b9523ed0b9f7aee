import { describe, expect, it } from '@jest/globals';
import { scratchFolder } from '../scratch.ts';
import { expectRowsListed } from '../truth/listed-rows.ts';
import { expectTrueNumbers } from '../truth/recount.ts';
import { contradictions, expectedFrom } from './expected.ts';
import { caseNames } from './golden-case.ts';
import { caseMeasurer } from './measure-case.ts';

/** As many suites, so that several workers share the cases. */
export const PARTS = 4;

/** Four questions about each golden case of one part, 1 to PARTS; each case is measured once. */
export function testCases(part: number): void {
  const folder = scratchFolder();
  const measure = caseMeasurer(folder);
  const recounted = { byKey: 0, multisets: 0, findings: 0 };
  const names = caseNames.filter((_, at) => at % PARTS === part - 1);

  describe.each(names)('the golden case %s', (name) => {
    it('finds what expected.json says, and nothing else', async () => {
      const { golden, record } = await measure(name);
      expect(expectedFrom(record)).toEqual(golden.expected);
    });

    it('finds what truth.json says, or is cleared', async () => {
      expect(contradictions(await measure(name))).toEqual([]);
    });

    it('counts as plain SQL counts', async () => {
      expectTrueNumbers(folder, await measure(name), recounted);
    });

    it('lists the rows that it counts', async () => {
      expectRowsListed(await measure(name));
    });
  });

  it('has many numbers that plain SQL counted, too', () => {
    expect(recounted.byKey).toBeGreaterThan(60);
    expect(recounted.multisets).toBeGreaterThan(5);
    expect(recounted.findings).toBeGreaterThan(15);
  });
}
