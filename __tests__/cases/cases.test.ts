import { describe, expect, it } from '@jest/globals';
import { caseNames, type MeasuredCase, measuredCase, spelt } from '../support/cases.ts';
import { ABOUT_ROWS, expectListed, GONE_EVERYWHERE, triedQueries } from '../support/queries.ts';
import { scratchFolder } from '../support/scratch.ts';
import { expectTrueNumbers, seen } from '../support/truth/counted-again.ts';

/** Each case is rehearsed once, and everything that must hold of it is asked of that one run. */
const folder = scratchFolder();

describe.each(caseNames)('the golden case %s', (name) => {
  let measured: Promise<MeasuredCase> | undefined;
  const once = () => {
    measured ??= measuredCase(folder, name);
    return measured;
  };

  it('has the findings and the verdict that it expects', async () => {
    const {
      record,
      golden: { expected },
    } = await once();
    expect(record.findings.map(spelt)).toEqual(expected.findings);
    expect(record.verdict).toBe(expected.verdict);
  });

  it('has numbers that are true', async () => {
    expectTrueNumbers(folder, await once());
  });

  it('has queries that list the rows which its findings count', async () => {
    const { record, before, after } = await once();
    for (const tried of triedQueries(record, before, after)) expectListed(tried);
    const silent = record.findings.filter(
      ({ rule, count = 0, query, message }) =>
        ABOUT_ROWS.test(rule) && count > 0 && query === undefined && !GONE_EVERYWHERE.test(message),
    );
    expect(silent).toEqual([]);
  });
});

it('the numbers of the golden cases are many', () => {
  expect(seen.byKey).toBeGreaterThan(250);
  expect(seen.multisets).toBeGreaterThan(20);
  expect(seen.findings).toBeGreaterThan(80);
});
