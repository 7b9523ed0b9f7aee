import { list } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'dump-incomplete',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A dump does not carry everything',
  why: 'user_version, application_id, page size and journal mode are not in it, and rows without an INTEGER PRIMARY KEY may get other rowids. A tool that counts its migrations in user_version would run them all again.',
  remedy:
    'Give the database file itself, made with `sqlite3 FILE ".backup COPY"`, where one of these matters.',
  check({ path, snapshot, plan }) {
    if (snapshot === undefined || !/^sql(\.|$)/.test(snapshot.kind)) return [];
    const isD1 = plan?.profile.name === 'd1' || plan?.bookkeeping.tables.includes('d1_migrations');
    const { renumbered = [] } = snapshot;
    const made = `${list(renumbered)} ${renumbered.length === 1 ? 'was' : 'were'} made anew for these rowids, because a dump does not tell whether production's fits its rows.`;
    const sentences = [
      `${path} is a dump: header values and rowids are those of the restored database.`,
      ...(isD1 ? ["D1's export rounds integers beyond 2^53."] : []),
      ...(renumbered.length > 0 ? [made] : []),
    ];
    return [{ message: sentences.join(' ') }];
  },
};
