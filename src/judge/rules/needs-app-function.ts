import { locationOf, missingPart } from '../kit/failures/failure-causes.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'needs-app-function',
  severity: 'error',
  kind: 'problem',
  about: 'failure',
  loss: 'never',
  allowable: false,
  title: 'The migration needs a function, collation, module or tokenizer that SQLite does not have',
  why: 'What an application registers, or loads as an extension, exists in its own connections only: a migration that needs it runs nowhere else.',
  remedy:
    "Run it with the application's own tool, and rehearse it so: `command` instead of `migrations`. If the name is misspelt, correct it.",
  check({ rehearsal }) {
    const { failure, outcome } = rehearsal;
    const name = failure && missingPart(failure);
    if (outcome !== 'failed' || failure === undefined || name === undefined) return [];
    return [{ message: `${failure.message}.`, object: name, ...locationOf(failure) }];
  },
};
