import { planProblems } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'account-unread',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'What is applied already may stand in the database',
  why: 'What the snapshot says of applied migrations was not recognised, or does not fit the files: migrations may have been rehearsed that production has already, or others left out.',
  remedy:
    'Say how to read it, as in `layout: { name: plain, table: schema_migrations, column: version }` or `layout: user-version`; or `layout: plain`, where all files are new.',
  check: (facts) => planProblems(facts, 'unread').map((finding) => ({ ...finding, severity: 'warning' })),
};
