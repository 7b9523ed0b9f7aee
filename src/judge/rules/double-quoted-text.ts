import { isQuotedText, locationOf } from '../failure-causes.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'double-quoted-text',
  severity: 'warning',
  kind: 'problem',
  title: 'Text in double quotes',
  why: 'Double quotes enclose names. Many SQLite drivers take "x" for a text where no column has that name, so that a misspelt column becomes its own name in every row; others refuse the statement.',
  remedy: 'Write text in single quotes, and correct the name where a column was meant.',
  check({ rehearsal }) {
    const { failure, outcome } = rehearsal;
    if (outcome !== 'failed' || failure === undefined || !isQuotedText(failure.message)) return [];
    const text = /no such column: (".*") - should/.exec(failure.message)?.[1] ?? 'It';
    return [
      {
        message: `${text} is no column here. Many drivers take it for a text; this one does not.`,
        ...locationOf(failure),
      },
    ];
  },
};
