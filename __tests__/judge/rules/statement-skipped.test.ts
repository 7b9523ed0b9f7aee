import { expect, it } from '@jest/globals';
import type { PlanProblem } from '../../../src/facts/plan.ts';
import { forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('statement-skipped');
const place = { file: 'm/2.sql', line: 4 };
const dropped: PlanProblem = {
  ...{ kind: 'dropped', sentence: 'the driver drops it', refuses: false, skips: 'm/2.sql:4' },
  ...place,
};

it('is an error at the statement, which an allowance can name', () => {
  expect(findings.over({ plan: plan({ problems: [dropped] }) })).toMatchObject([
    { severity: 'error', message: 'the driver drops it.', object: 'm/2.sql:4', location: place },
  ]);
});

it('leaves what the tool refuses to other rules', () => {
  expect(findings.over({ plan: plan({ problems: [{ ...dropped, kind: 'invalid' }] }) })).toEqual([]);
  expect(findings.over({ plan: plan() })).toEqual([]);
});
