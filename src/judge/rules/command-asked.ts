import { changedNothing } from '../kit/command-commits.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'command-asked',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'The command seems to have asked, and migrated nothing',
  why: 'A tool that asks before it migrates gets no answer in a workflow: it ends well without having done anything, here and in the deploy.',
  remedy: 'Give it the flag with which it does not ask, such as --force, --noinput or --yes.',
  check(facts) {
    const { command, rehearsal } = facts;
    if (!command?.asked || rehearsal.outcome !== 'done' || !changedNothing(facts)) return [];
    const { quietly } = command;
    return [
      {
        message:
          'The command read its standard input, which is empty, and left everything in the copy as it was.',
        ...(quietly !== undefined && {
          remedy: `Give it \`${quietly}\`, with which this tool does not ask.`,
        }),
      },
    ];
  },
};
