import { placeOfObject } from '../kit/causes.ts';
import { droppedByName, namedStatement, objectChanges } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'trigger-lost',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A trigger is gone or was rewritten',
  why: 'What it kept in step (audit rows, search indexes, counters) silently stops. A table rebuild drops every trigger of the table.',
  remedy: 'Make the trigger again at the end of the migration.',
  check(facts) {
    const lost = objectChanges(facts).filter(
      ({ kind, name, change, withOwner }) =>
        kind === 'trigger' &&
        !withOwner &&
        // A trigger that the migration makes again in other words is what its author meant.
        (change === 'removed' ||
          (change === 'changed' && namedStatement(facts, 'create', 'trigger', name) === undefined)),
    );
    return lost.map((object) => {
      const { name, table, change } = object;
      const statement = droppedByName(facts, 'trigger', name);
      const where = table === undefined ? '' : ` on ${table}`;
      return {
        ...(statement !== undefined && { severity: 'warning' as const }),
        message: `${name}${where} ${change === 'removed' ? 'is gone' : 'was rewritten by a rename'}${statement === undefined ? '' : ', by name, and not made again'}.`,
        object: name,
        ...(table !== undefined && { table }),
        ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
      };
    });
  },
};
