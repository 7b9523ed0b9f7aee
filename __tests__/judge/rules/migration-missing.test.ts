import { expect, it } from '@jest/globals';
import type { PlanProblem } from '../../../src/facts/plan.ts';
import { factsWith, forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('migration-missing');
const problem: PlanProblem = {
  kind: 'missing',
  sentence: 'the tool says so',
  refuses: true,
  file: 'm/2.sql',
};

it('is an error where the tool refuses, and a notice where it goes on', () => {
  const { rehearsal } = factsWith();
  const refused = {
    plan: plan({ problems: [problem] }),
    rehearsal: { ...rehearsal, outcome: 'refused' as const },
  };
  expect(findings.over(refused)).toMatchObject([
    { severity: 'error', message: 'the tool says so.', location: { file: 'm/2.sql' } },
  ]);
  const { file: _, ...silent } = { ...problem, refuses: false };
  expect(findings.over({ plan: plan({ problems: [silent] }) })).toMatchObject([{ severity: 'notice' }]);
});

it('is one too where the tool notices while it runs', () => {
  const failure = {
    code: '',
    message: 'the tool says so',
    file: 'm/2.sql',
    during: 'refusal' as const,
    problem,
  };
  const rehearsal = { ...factsWith().rehearsal, outcome: 'failed' as const, failure };
  expect(findings.over({ plan: plan(), rehearsal })).toMatchObject([{ severity: 'error' }]);
});

it('leaves other problems to other rules', () => {
  expect(findings.over({ plan: plan({ problems: [{ ...problem, kind: 'invalid' }] }) })).toEqual([]);
  expect(findings.over({ plan: plan() })).toEqual([]);
});
