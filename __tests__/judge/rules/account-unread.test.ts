import { expect, it } from '@jest/globals';
import type { PlanProblem } from '../../../src/facts/plan.ts';
import { forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('account-unread');
const unread: PlanProblem = { kind: 'unread', sentence: 'The table steps seems to say it', refuses: false };

it('warns of an account that nobody said how to read', () => {
  expect(findings.over({ plan: plan({ problems: [unread] }) })).toMatchObject([
    { severity: 'warning', message: 'The table steps seems to say it.' },
  ]);
});

it('leaves what a tool finds wrong to other rules', () => {
  expect(findings.over({ plan: plan({ problems: [{ ...unread, kind: 'edited' }] }) })).toEqual([]);
});
