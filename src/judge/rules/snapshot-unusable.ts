import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'snapshot-unusable',
  severity: 'error',
  kind: 'setup',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'The snapshot cannot be used',
  why: 'Only a rehearsal on the real rows says what the migration does to them.',
  remedy: 'Give a copy of the real database.',
  check({ path, unusable }) {
    if (unusable === undefined) return [];
    return [{ message: `${path}: ${unusable.reason}`, remedy: unusable.remedy }];
  },
};
