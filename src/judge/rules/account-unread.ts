import { planProblems } from '../kit/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'account-unread',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'What is applied already may stand in the database',
  why: 'The snapshot seems to have a migration history that was not recognised, so that migrations were rehearsed that production has already.',
  remedy:
    'Say how to read it, as in `layout: { name: plain, table: schema_migrations, column: version }` or `layout: user-version`; or `layout: plain`, where all files are new.',
  check: (facts) => planProblems(facts, 'unread').map((finding) => ({ ...finding, severity: 'warning' })),
};
