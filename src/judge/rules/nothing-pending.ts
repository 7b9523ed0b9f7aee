import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'nothing-pending',
  severity: 'notice',
  kind: 'problem',
  title: 'Nothing to migrate',
  why: 'No pending migration has a statement, so only the health of the database was judged.',
  remedy: 'Check that `migrations` names the right folder, if something was to be rehearsed.',
  check({ plan }) {
    if (plan === undefined || plan.pending.some(({ statements }) => statements > 0)) return [];
    return [{ message: 'No pending migration has a statement.' }];
  },
};
