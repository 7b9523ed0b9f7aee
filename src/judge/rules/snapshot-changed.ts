import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'snapshot-changed',
  severity: 'error',
  kind: 'setup',
  title: 'The snapshot changed while it was copied',
  why: 'A copy of a file that somebody is writing to is no state that the database ever had.',
  remedy: 'Take the snapshot with `sqlite3 FILE ".backup COPY"`, and give the copy.',
  check({ path, snapshot }) {
    if (snapshot === undefined || snapshot.stable) return [];
    return [{ message: `${path} was written to while it was being read.` }];
  },
};
