import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'snapshot-changed',
  severity: 'error',
  kind: 'setup',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'The snapshot changed during the run',
  why: 'A copy of a file that somebody is writing to is no state that the database ever had.',
  remedy: 'Take the snapshot with `sqlite3 FILE ".backup COPY"`, and give the copy.',
  check({ path, snapshot, command }) {
    if (command?.snapshotTouched) return [{ message: `${path} ${TOUCHED}`, remedy: TOUCHED_REMEDY }];
    if (snapshot === undefined || snapshot.stable) return [];
    return [{ message: `${path} was written to while it was being read.` }];
  },
};

const TOUCHED =
  'is another file than before the command ran, or there are others beside it: the command worked on the snapshot itself, or somebody else did meanwhile.';
const TOUCHED_REMEDY =
  'Let the tool take its database from DATABASE_PATH or DATABASE_URL, and fetch the snapshot again: it is no longer what it was.';
