import { planProblems } from '../plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migrations-dirty',
  severity: 'error',
  kind: 'problem',
  title: 'An earlier migration did not end well',
  why: 'The tool has noted that a migration began and did not end, and runs nothing until somebody has looked at it.',
  remedy:
    "Find out what of that migration is applied, mend the database by hand, and mark it with the tool's own command; then take a new snapshot.",
  check: (facts) => planProblems(facts, 'dirty'),
};
