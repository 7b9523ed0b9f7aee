import { describe, expect, it } from '@jest/globals';
import type { Severity } from '../../src/facts/finding.ts';
import { exitCodeOf, verdictOf } from '../../src/judge/verdict.ts';
import { finding } from '../support/record.ts';

const KINDS = { lost: 'problem', invalid: 'setup', incomplete: 'internal' } as const;

/** `lost error` is a finding of the rule `lost` and of severity `error`. */
function findings(...spelt: string[]) {
  return spelt.map((one) => {
    const [rule = '', severity] = one.split(' ');
    return finding({ rule, kind: KINDS[rule as keyof typeof KINDS], severity: severity as Severity });
  });
}

describe('the verdict', () => {
  it.each([
    ['cleared', []],
    ['cleared', ['lost notice']],
    ['warned', ['lost notice', 'lost warning']],
    ['blocked', ['lost warning', 'lost error']],
    ['failed', ['lost error', 'invalid error']],
    ['failed', ['lost warning', 'incomplete error']],
    ['failed', ['invalid notice']],
  ])('is %s over %j', (verdict, spelt) => {
    expect(verdictOf(findings(...spelt))).toBe(verdict);
  });
});

describe('the exit code', () => {
  it.each([
    [0, 'error', []],
    [0, 'error', ['lost warning', 'lost notice']],
    [1, 'error', ['lost notice', 'lost error']],
    [0, 'warning', ['lost notice']],
    [1, 'warning', ['lost warning']],
    [1, 'warning', ['lost error']],
    [0, 'never', ['lost error']],
    [2, 'never', ['invalid error', 'lost error']],
    [3, 'never', ['invalid error', 'incomplete error', 'lost error']],
  ] as const)('is %i with fail-on: %s over %j', (code, failOn, spelt) => {
    expect(exitCodeOf(findings(...spelt), failOn)).toBe(code);
  });
});
