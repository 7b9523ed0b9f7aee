import { planProblems } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-edited',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'An applied migration was edited',
  why: 'The file is not the one that the database was migrated with, so nobody can say from the files what the schema is. Other line ends are another file too.',
  remedy:
    'Restore the file as it was applied (mind CRLF: `*.sql text eol=lf` in .gitattributes), and put the change into a new migration.',
  check: (facts) => planProblems(facts, 'edited'),
};
