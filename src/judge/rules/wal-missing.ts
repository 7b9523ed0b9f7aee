import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'wal-missing',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A WAL database without its -wal file',
  why: 'Where the file was copied by itself, the last commits are in a -wal that stayed behind; nothing in the file tells. One made by `.backup` looks the same and is complete.',
  remedy:
    'Make sure that the snapshot was taken with `sqlite3 FILE ".backup COPY"`, or copy the -wal with it.',
  check({ path, snapshot }) {
    if (snapshot === undefined || snapshot.journalMode !== 'wal') return [];
    if (snapshot.sidecars.some(({ suffix, bytes }) => suffix === '-wal' && bytes > 0)) return [];
    return [{ message: `${path} is in WAL mode, and no -wal was beside it.`, object: '-wal' }];
  },
};
