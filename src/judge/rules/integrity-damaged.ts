import type { Rule } from '../rule.ts';
import { list } from '../words.ts';

export const rule: Rule = {
  id: 'integrity-damaged',
  severity: 'error',
  kind: 'problem',
  title: 'The database file is damaged',
  why: 'Queries on a damaged file can fail or give wrong rows, and a migration can spread the damage.',
  remedy:
    'Restore a sound backup, or recover what can be read with `sqlite3 FILE .recover`, before you migrate.',
  check({ before, after }) {
    const sides = [
      { name: 'before the migration', health: before },
      { name: 'after the migration', health: after },
    ].filter(({ health }) => health?.integrity.result === 'damaged');
    const [first] = sides;
    if (first === undefined) return [];
    const messages = first.health?.integrity.messages ?? [];
    const when = sides.map(({ name }) => name).join(' and ');
    return [{ message: `Damaged ${when}: ${list(messages, 5)}.`, count: messages.length }];
  },
};
