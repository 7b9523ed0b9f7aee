import { expect, it } from '@jest/globals';
import { judgesProblems } from '../../support/plan-problems.ts';
import { forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('migration-out-of-order');

judgesProblems(findings, 'out-of-order');

it('is a warning where the tool never runs the migration', () => {
  const problem = { kind: 'out-of-order' as const, sentence: 'it is passed over', refuses: false };
  const problems = [{ ...problem, skips: true as const }];
  expect(findings.over({ plan: plan({ problems }) })).toMatchObject([{ severity: 'warning' }]);
});
