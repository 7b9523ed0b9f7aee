import { counted } from '../../text/numbers.ts';
import type { Rule } from '../rule.ts';
import { list } from '../words.ts';

export const rule: Rule = {
  id: 'check-degraded',
  severity: 'warning',
  kind: 'problem',
  title: 'Something could not be checked',
  why: 'The schema needs a function, collation or module that this SQLite does not have, so some checks are blind here.',
  remedy: 'Check those tables where the application runs, with its own functions and extensions loaded.',
  check({ before, after, changes }) {
    const all = [...(before?.degraded ?? []), ...(after?.degraded ?? []), ...(changes?.degraded ?? [])];
    const byMissing = Map.groupBy(
      all.filter(({ damaged }) => !damaged),
      ({ missing }) => missing,
    );
    return [...byMissing].map(([missing, notes]) => {
      const tables = [...new Set(notes.flatMap(({ table }) => table ?? []))];
      const checks = [...new Set(notes.map(({ check }) => check))];
      const where =
        tables.length === 0 ? 'the whole file' : `${counted(tables.length, 'table')} (${list(tables, 5)})`;
      const [table] = tables;
      return {
        message: `${missing}. Not checked: ${list(checks)} of ${where}.`,
        object: missing.replace(/^.*: /, ''),
        ...(tables.length === 1 && table !== undefined && { table }),
      };
    });
  },
};
