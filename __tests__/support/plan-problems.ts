import { expect, it } from '@jest/globals';
import type { PlanProblem } from '../../src/facts/plan.ts';
import { factsWith, type forRule } from './preflight.ts';
import { plan } from './record.ts';

/** What holds of every rule over problems between the files and what the database says of them. */
export function judgesProblems(findings: ReturnType<typeof forRule>, kind: PlanProblem['kind']): void {
  const problem: PlanProblem = { kind, sentence: 'the tool says so', refuses: true, file: 'm/2.sql' };

  it('is an error where the tool refuses, and a notice where it goes on', () => {
    const rehearsal = { ...factsWith().rehearsal, outcome: 'refused' as const };
    expect(findings.over({ plan: plan({ problems: [problem] }), rehearsal })).toMatchObject([
      { severity: 'error', message: 'the tool says so.', location: { file: 'm/2.sql' } },
    ]);
    const { file: _, ...silent } = { ...problem, refuses: false };
    expect(findings.over({ plan: plan({ problems: [silent] }) })).toMatchObject([{ severity: 'notice' }]);
  });

  it('is one too where the tool notices while it runs', () => {
    const failure = {
      ...{ code: '', message: 'the tool says so', file: 'm/2.sql' },
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
}
