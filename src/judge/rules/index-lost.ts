import { placeOfObject } from '../kit/places/causes.ts';
import { namingIndex, objectChanges } from '../kit/view.ts';
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
      (object) =>
        object.kind === 'index' &&
        (object.change === 'removed' || object.change === 'changed') &&
        !object.withOwner &&
        // Of a unique one that is gone by name, constraint-lost says what is no longer kept out.
        !(object.effect === 'unguarded' && namingIndex(facts, object) !== undefined),
    );
    return lost.map((object) => {
      const { name, table, change, detail = '', effect } = object;
      const statement = namingIndex(facts, object);
      const where = table === undefined ? '' : ` on ${table}`;
      const what = change === 'removed' ? 'is gone' : `is another index now: ${detail}`;
      return {
        ...((statement !== undefined || effect === 'kept') && { severity: 'notice' as const }),
        message: `${name}${where} ${what}${statement === undefined ? '' : ', by name'}.`,
        object: name,
        ...(table !== undefined && { table }),
        ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
      };
    });
  },
};
