import type { Rename } from '../../facts/changes.ts';
import { sameName } from '../../sql/quote.ts';
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
    const renames = facts.changes?.renames ?? [];
    return renames.map((rename) => {
      const { kind, table, from, to } = rename;
      return {
        message: kind === 'table' ? `${from} is ${to} now.` : `${table}.${from} is ${table}.${to} now.`,
        table,
        ...(kind === 'column' && { columns: [to] }),
        ...(isExchanged(rename, renames) && EXCHANGED),
        ...placeOfRename(facts, rename),
      };
    });
  },
};

/** Code that uses the old names does not fail: it reads the wrong column. Of tables, `table-swapped` tells that. */
const EXCHANGED = {
  severity: 'warning',
  title: 'Columns have exchanged their names',
  why: 'No value is lost, and nothing fails: code that reads by the old names gets the values of the other column.',
  remedy:
    'Leave the names as they are; if one column was called what the other is, deploy the code in the same moment, and allow it with a reason.',
} as const;

/** Whether the names go round: the last of those that took one another's is the first again. */
function isExchanged({ kind, table, from, to }: Rename, renames: readonly Rename[]): boolean {
  const columns = renames.filter((one) => one.kind === 'column' && sameName(one.table, table));
  let name: string | undefined = kind === 'column' && !sameName(from, to) ? to : undefined;
  for (let left = columns.length; name !== undefined && left > 0; left--) {
    if (sameName(name, from)) return true;
    const at: string = name;
    name = columns.find((one) => sameName(one.from, at))?.to;
  }
  return false;
}
