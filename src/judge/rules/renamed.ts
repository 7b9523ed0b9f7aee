import { placeOfRename } from '../kit/places/places.ts';
import { wasRehearsed } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'renamed',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A table or column has a new name',
  why: 'Its content was compared under the new name; code that uses the old one will fail.',
  remedy: 'Deploy the code that knows the new name together with the migration.',
  check(facts) {
    if (!wasRehearsed(facts)) return [];
    return (facts.changes?.renames ?? []).map((rename) => {
      const { kind, table, from, to } = rename;
      return {
        message: kind === 'table' ? `${from} is ${to} now.` : `${table}.${from} is ${table}.${to} now.`,
        table,
        ...(kind === 'column' && { columns: [to] }),
        ...placeOfRename(facts, rename),
      };
    });
  },
};
