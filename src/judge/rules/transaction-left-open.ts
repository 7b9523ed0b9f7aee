import { counted } from '../../text/numbers.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'transaction-left-open',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'A transaction is still open at the end',
  why: 'Closing the connection takes back everything since its BEGIN, while the tool reports success.',
  remedy: 'Add the missing COMMIT.',
  check({ rehearsal }) {
    if (!rehearsal.leftOpen) return [];
    const lost = rehearsal.statements.filter(({ rolledBack }) => rolledBack);
    const start = rehearsal.statements.findLast(
      ({ rolledBack, title }, at, all) => rolledBack && !all[at - 1]?.rolledBack && title !== '',
    );
    return [
      {
        message: `${counted(lost.length, 'statement is', 'statements are')} lost when the connection closes.`,
        count: lost.length,
        ...(start !== undefined && { location: { file: start.file, line: start.line } }),
      },
    ];
  },
};
