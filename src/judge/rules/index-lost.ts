import { placeOfObject } from '../kit/causes.ts';
import { droppedByName, namedStatement, objectChanges } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'index-lost',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'An index is gone or is another one',
  why: 'Queries that used it become slow, and a unique index no longer guards its columns. A table rebuild drops every index of the table.',
  remedy: 'Make the index again at the end of the migration.',
  check(facts) {
    const lost = objectChanges(facts).filter(
      ({ kind, change, withOwner }) =>
        kind === 'index' && (change === 'removed' || change === 'changed') && !withOwner,
    );
    return lost.map((object) => {
      const { name, table, change } = object;
      const statement =
        change === 'removed'
          ? droppedByName(facts, 'index', name)
          : namedStatement(facts, 'drop', 'index', name);
      const where = table === undefined ? '' : ` on ${table}`;
      return {
        ...(statement !== undefined && { severity: 'notice' as const }),
        message: `${name}${where} ${change === 'removed' ? 'is gone' : 'is another index now'}${statement === undefined ? '' : ', by name'}.`,
        object: name,
        ...(table !== undefined && { table }),
        ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
      };
    });
  },
};
