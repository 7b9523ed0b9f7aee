import { planProblems } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-out-of-order',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A migration is older than what is applied',
  why: 'It was merged after a younger one had been applied. Some tools refuse to go on, some pass over it for ever, without a word.',
  remedy:
    'Give it a number or time after the last applied one; if what it does is done already, allow it with a reason.',
  check: (facts) => planProblems(facts, 'out-of-order'),
};
