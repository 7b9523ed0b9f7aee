import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'nothing-pending',
  severity: 'notice',
  kind: 'problem',
  title: 'Nothing to migrate',
  why: 'There was nothing to rehearse, so only the health of the database was judged.',
  remedy: 'Check that `migrations` names the right folder, if something was to be rehearsed.',
  check({ plan, rehearsal }) {
    if (plan === undefined || rehearsal.outcome === 'refused') return [];
    if (plan.pending.some(({ statements }) => statements > 0)) return [];
    if (plan.pending.length > 0) return [{ message: 'No pending migration has a statement.' }];
    const said = plan.idle === undefined ? '' : ` ${plan.idle}.`;
    return [{ message: `Every migration is applied already (${plan.applied}).${said}` }];
  },
};
