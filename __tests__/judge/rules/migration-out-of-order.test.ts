import { expect, it } from '@jest/globals';
import { judgesProblems } from '../../support/plan-problems.ts';
import { forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('migration-out-of-order');

judgesProblems(findings, 'out-of-order');

it('is an error where the tool never runs the migration, which an allowance can name', () => {
  const problem = { kind: 'out-of-order' as const, sentence: 'it is passed over', refuses: false };
  const problems = [{ ...problem, skips: '2_b' }];
  expect(findings.over({ plan: plan({ problems }) })).toMatchObject([{ severity: 'error', object: '2_b' }]);
});
