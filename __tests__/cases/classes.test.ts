import { describe, expect, it } from '@jest/globals';
import { caseNames, expectedOf } from '../support/cases.ts';
import { classes } from '../support/disasters/classes.ts';

/** What a case expects is what the engine and the judge give: cases.test.ts proves it for each of them. */
function alarms(name: string): { severity: string; rule: string }[] {
  return expectedOf(name)
    .findings.map((finding) => finding.split(' '))
    .map(([severity = '', rule = '']) => ({ severity, rule }))
    .filter(({ severity }) => severity !== 'notice');
}

const unsafe = classes.flatMap((one) => one.unsafe);
const safe = classes.flatMap((one) => one.safe);

describe('the classes of disasters', () => {
  it('hold more than a hundred unsafe cases and sixty safe ones', () => {
    expect(unsafe.length).toBeGreaterThanOrEqual(100);
    expect(safe.length).toBeGreaterThanOrEqual(60);
  });

  it('name each case once, and only cases that are there', () => {
    const named = [...unsafe, ...safe];
    expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
    expect(named.filter((name) => !caseNames.includes(name))).toEqual([]);
  });

  it.each(classes)('$title: three unsafe cases at least, and a safe one', (one) => {
    expect(one.unsafe.length).toBeGreaterThanOrEqual(3);
    expect(one.safe.length).toBeGreaterThanOrEqual(1);
  });

  it.each(classes)('$title: each unsafe case is stopped by a rule that speaks of it', ({ unsafe, rules }) => {
    for (const name of unsafe) {
      const found = alarms(name).map(({ rule }) => rule);
      expect({ name, found: found.filter((rule) => rules.includes(rule)) }).not.toEqual({ name, found: [] });
      expect(['blocked', 'warned']).toContain(expectedOf(name).verdict);
    }
  });

  it.each(classes)('$title: each safe case is cleared without a warning', ({ safe }) => {
    const stopped = safe.filter((name) => expectedOf(name).verdict !== 'cleared' || alarms(name).length > 0);
    expect(stopped).toEqual([]);
  });
});
