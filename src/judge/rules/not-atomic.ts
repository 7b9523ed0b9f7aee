import { counted } from '../../text/numbers.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'not-atomic',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'The migration is not atomic',
  why: 'Whatever interrupts it, a crash or a full disk, leaves some of it applied and some not.',
  remedy:
    'Put BEGIN and COMMIT around each migration (PRAGMA foreign_keys works only before BEGIN), or let the tool run each file in one transaction.',
  check({ rehearsal, plan, command }) {
    // A tool that records its migrations commits for itself in between.
    if (command !== undefined && command.bookkeeping.length > 0) return [];
    const migrations = plan?.pending.filter(({ statements }) => statements > 0).length ?? 0;
    if (rehearsal.outcome !== 'done' || rehearsal.commits <= Math.max(1, migrations)) return [];
    const subject = command ? 'The command makes' : counted(migrations, 'migration makes', 'migrations make');
    return [
      {
        message: `${subject} ${counted(rehearsal.commits, 'commit')}.`,
        count: rehearsal.commits,
      },
    ];
  },
};
