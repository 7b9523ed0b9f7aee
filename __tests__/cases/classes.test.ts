import { describe, expect, it } from '@jest/globals';
import { classes } from '../support/disasters/classes.ts';
import { isAlarm } from '../support/golden/expected.ts';
import { caseNames, truthOf } from '../support/golden/golden-case.ts';

/** The rules of errors and warnings that must be found, whatever is found: cases.test.ts proves that they are. */
function alarms(name: string): string[] {
  const { findings = [] } = truthOf(name);
  return findings.filter(isAlarm).map((finding) => finding.split(' ')[1] ?? '');
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

  it.each(classes)(
    '$title: the truth of each unsafe case is an alarm that speaks of it',
    ({ unsafe, rules }) => {
      const silent = unsafe.filter((name) => !alarms(name).some((rule) => rules.includes(rule)));
      expect(silent).toEqual([]);
    },
  );

  it.each(classes)('$title: of no safe case an alarm is the truth', ({ safe }) => {
    expect(safe.filter((name) => alarms(name).length > 0)).toEqual([]);
  });
});
