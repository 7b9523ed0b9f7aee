import { placeOfObject } from '../kit/places/causes.ts';
import { droppedByName, namedStatement, objectChanges } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'view-lost',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A view is gone or was rewritten',
  why: 'Queries that read it fail.',
  remedy: 'Make the view again at the end of the migration.',
  check(facts) {
    const lost = objectChanges(facts).filter(
      ({ kind, name, change }) =>
        kind === 'view' &&
        (change === 'removed' ||
          (change === 'changed' && namedStatement(facts, 'create', 'view', name) === undefined)),
    );
    return lost.map((object) => {
      const { name, change } = object;
      const statement = droppedByName(facts, 'view', name);
      return {
        message: `${name} ${change === 'removed' ? 'is gone' : 'was rewritten by a rename'}${statement === undefined ? '' : ', by name, and was not made again'}.`,
        object: name,
        ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
      };
    });
  },
};
