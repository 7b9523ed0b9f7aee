import { changedNothing, keepsAccount } from '../kit/command-commits.ts';
import { nothingWillRun } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'nothing-pending',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Nothing to migrate',
  why: 'There was nothing to rehearse, so only the health of the database was judged.',
  remedy: 'Check that `migrations` names the right folder, if something was to be rehearsed.',
  check(facts) {
    const { plan, rehearsal, command } = facts;
    if (command !== undefined) {
      const isIdle = command.copy === 'read' || command.copy === 'changed';
      if (rehearsal.outcome !== 'done' || !isIdle || !changedNothing(facts)) return [];
      // What was asked, or went elsewhere, was pending; and where nobody keeps account, nobody knows.
      if (command.asked || command.wroteBeside || !keepsAccount(command)) return [];
      return [
        { message: IDLE, remedy: 'Check that the tool has its migrations, if something was to be run.' },
      ];
    }
    if (plan === undefined || rehearsal.outcome === 'refused') return [];
    if (plan.pending.some(({ statements }) => statements > 0)) return [];
    if (plan.pending.length > 0) return [{ message: 'No pending migration has a statement.' }];
    const said = plan.idle === undefined ? '' : ` ${plan.idle}.`;
    const why = nothingWillRun(plan) ?? `Every migration is applied already (${plan.applied}).`;
    return [{ message: `${why}${said}` }];
  },
};

const IDLE = 'The command read the copy and left everything in it as it was: nothing was pending.';
