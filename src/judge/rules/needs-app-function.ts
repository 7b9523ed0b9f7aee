import { locationOf, missingFunction } from '../failure-causes.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'needs-app-function',
  severity: 'error',
  kind: 'problem',
  title: 'The migration needs a function that SQLite does not have',
  why: 'Functions that an application registers exist in its own connections only: a migration that calls one runs nowhere else.',
  remedy:
    "Run it with the application's own tool, and rehearse it so: `command` instead of `migrations`. If the name is misspelt, correct it.",
  check({ rehearsal }) {
    const { failure, outcome } = rehearsal;
    const name = failure && missingFunction(failure);
    if (outcome !== 'failed' || failure === undefined || name === undefined) return [];
    return [{ message: `${failure.message}.`, object: name, ...locationOf(failure) }];
  },
};
