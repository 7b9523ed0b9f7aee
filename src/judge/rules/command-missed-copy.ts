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
  check({ command, rehearsal }) {
    if (command === undefined || rehearsal.outcome !== 'done') return [];
    if (command.copy === 'untouched') return [{ message: 'The command ended well and never read the copy.' }];
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
