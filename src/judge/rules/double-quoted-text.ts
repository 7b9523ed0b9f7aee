import { textInDoubleQuotes } from '../../sql/quoted-text.ts';
import { locationOf } from '../kit/failure-causes.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'double-quoted-text',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Text in double quotes',
  why: 'Double quotes enclose names. Many SQLite drivers take "x" for a text where no column has that name, so that a misspelt column becomes its own name in every row; others refuse the statement.',
  remedy: 'Write text in single quotes, and correct the name where a column was meant.',
  check({ rehearsal }) {
    const { failure, outcome, doubleQuotedText: quoted } = rehearsal;
    if (quoted !== undefined) {
      const { text, file, line } = quoted;
      const message = `${text} is no column here, so production takes it for a text. So did the rehearsal, with Node's own SQLite ${rehearsal.sqlite}.`;
      return [{ message, location: { file, line } }];
    }
    // A RAISE() text can say anything.
    if (outcome !== 'failed' || failure?.code !== 'SQLITE_ERROR') return [];
    const text = textInDoubleQuotes(failure.message);
    if (text === undefined) return [];
    return [
      {
        message: `${text} is no column here. Many drivers take it for a text; this one does not.`,
        ...locationOf(failure),
      },
    ];
  },
};
