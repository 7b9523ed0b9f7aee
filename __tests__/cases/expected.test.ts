import { describe, expect, it } from '@jest/globals';
import { difference, findingsAgainst } from '../support/golden/expected.ts';

const LOST = 'error rows-lost steps 2 line 5';
const RENAMED = 'notice renamed steps.note';

describe('the difference to expected.json', () => {
  it('is nothing where both are equal', () => {
    const said = { verdict: 'blocked' as const, findings: [LOST, RENAMED] };
    expect(difference(said, { ...said })).toEqual([]);
  });

  it('names what is gone and what is new, and equal findings by their number', () => {
    const before = { verdict: 'blocked' as const, findings: [LOST, RENAMED] };
    const now = { verdict: 'cleared' as const, findings: [RENAMED, RENAMED] };
    expect(difference(before, now)).toEqual([
      '- verdict blocked',
      `- ${LOST}`,
      '+ verdict cleared',
      `+ ${RENAMED}`,
    ]);
  });

  it('is everything of a new case', () => {
    expect(difference(undefined, { verdict: 'cleared', findings: [] })).toEqual(['+ verdict cleared']);
  });

  it('is there where only the order or a key differs', () => {
    const said = { verdict: 'blocked' as const, findings: [LOST, RENAMED] };
    expect(difference({ ...said, findings: [RENAMED, LOST] }, said)).toHaveLength(1);
    expect(difference({ ...said, ...{ profile: 'plain' } }, said)).toHaveLength(1);
  });
});

describe('what truth.json says', () => {
  it.each([
    ['another count', 'error rows-lost steps 1 line 5'],
    ['another place', 'error rows-lost steps 2 line 4'],
    ['another subject', 'error rows-lost goals 2 line 5'],
    ['a weaker severity', 'warning rows-lost steps 2 line 5'],
  ])('is contradicted by %s', (_, finding) => {
    const against = findingsAgainst({ findings: [LOST] }, { verdict: 'blocked', findings: [finding] });
    expect(against).toEqual([`must be found: ${LOST}`]);
  });

  it('leaves open what else is found beside an alarm', () => {
    const found = { verdict: 'blocked' as const, findings: [LOST, 'warning index-lost steps.i', RENAMED] };
    expect(findingsAgainst({ findings: [LOST] }, found)).toEqual([]);
  });

  it('is that a case without an alarm of its own is cleared, whatever is noticed', () => {
    const alarmed = { verdict: 'blocked' as const, findings: [LOST, RENAMED] };
    for (const truth of [{}, { findings: [RENAMED] }]) {
      expect(findingsAgainst(truth, { verdict: 'cleared', findings: [RENAMED] })).toEqual([]);
      expect(findingsAgainst(truth, alarmed)).toEqual([
        `a false alarm: ${LOST}`,
        'must be cleared, and is blocked',
      ]);
    }
  });
});
