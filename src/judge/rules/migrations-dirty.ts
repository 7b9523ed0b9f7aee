import { FIX_BY_HAND, planProblems } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migrations-dirty',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'An earlier migration did not end well',
  why: 'The tool has noted that a migration began and did not end, and runs nothing until somebody has looked at it.',
  remedy: `${FIX_BY_HAND}; then take a new snapshot.`,
  check: (facts) => planProblems(facts, 'dirty'),
};
