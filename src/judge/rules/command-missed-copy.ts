import { changedNothing, keepsAccount } from '../kit/command-commits.ts';
import { list } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'command-missed-copy',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'The command did not work on the copy',
  why: 'A command that migrates another database, or none, ends well and proves nothing.',
  remedy:
    'Let the tool take the path of its database from DATABASE_PATH or DATABASE_URL, in the form that `database-url` chooses.',
  check(facts) {
    const { command, rehearsal } = facts;
    if (command === undefined || rehearsal.outcome !== 'done') return [];
    if (command.wroteBeside !== undefined && changedNothing(facts)) {
      const others = list(command.wroteBeside, 3);
      return [{ message: `The command ended well, left the copy as it was, and wrote to ${others}.` }];
    }
    if (command.copy === 'untouched') return [{ message: 'The command ended well and never read the copy.' }];
    if (command.copy === 'read' || command.copy === 'changed') {
      // What is known of the account, or was asked, other rules say.
      if (keepsAccount(command) || command.asked || !changedNothing(facts)) return [];
      return [{ severity: 'warning', message: IDLE, remedy: IDLE_REMEDY }];
    }
    if (command.copy !== 'unchanged') return [];
    return [
      {
        severity: 'warning',
        message:
          'The command ended well and changed nothing; whether it read the copy at all cannot be told, because this file system keeps no access times.',
        remedy:
          'If something was to be migrated, let the tool take its database from DATABASE_PATH or DATABASE_URL; where the scratch folder is on a file system that keeps access times, this is told apart.',
      },
    ];
  },
};

const IDLE =
  'The command read the copy and left everything in it as it was, and nothing in it says that no migration was pending.';

const IDLE_REMEDY =
  'If something was to be migrated, see in its output why it was not; else the tool has nothing to do here, and no harm was done.';
