import { planProblems } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-missing',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'A migration has no file',
  why: 'The database or the journal names a migration whose file is not there.',
  remedy: 'Restore the file; if the snapshot comes from another branch, take one of the right one.',
  check: (facts) => planProblems(facts, 'missing'),
};
