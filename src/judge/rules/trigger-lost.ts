import type { ObjectChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { placeOfMeaning, successorOf, triggerMeanings } from '../kit/meaning/meanings.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { droppedByName, namedStatement, objectChanges } from '../kit/view.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

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
    return [...lost.flatMap((object) => lostFinding(facts, object)), ...neverFiring(facts)];
  },
};

function lostFinding(facts: DatabaseFacts, object: ObjectChange): RawFinding[] {
  const { name, table, change } = object;
  const statement = droppedByName(facts, 'trigger', name);
  const successor = change === 'removed' ? successorOf(facts, name) : undefined;
  const where = table === undefined ? '' : ` on ${table}`;
  const subject = { object: name, ...(table !== undefined && { table }) };
  const place = placeOfObject(facts, object, statement === undefined ? [] : [statement]);
  if (successor !== undefined) {
    const { by, renamed } = successor;
    const text = renamed
      ? `is ${list(by)} now`
      : `is gone; ${list(by)} ${by.length === 1 ? 'does' : 'do'} what it did`;
    return [{ severity: 'notice', message: `${name}${where} ${text}.`, ...subject, ...place }];
  }
  return [
    {
      ...(statement !== undefined && { severity: 'warning' as const }),
      message: `${name}${where} ${change === 'removed' ? 'is gone' : 'was rewritten by a rename'}${statement === undefined ? '' : ', by name, and not made again'}.`,
      ...subject,
      ...place,
    },
  ];
}

/** Triggers that are there and that nothing fires any more. */
function neverFiring(facts: DatabaseFacts): RawFinding[] {
  return triggerMeanings(facts).flatMap(({ trigger, table, change }): RawFinding[] => {
    if (change.kind !== 'never-fires') return [];
    const one = change.columns.length === 1;
    return [
      {
        message: `${trigger} on ${table} never fires: of UPDATE OF ${list(change.columns)} ${one ? 'there is no such column' : 'no column is there'}.`,
        remedy: 'Make the trigger again with the names that the columns have now.',
        object: trigger,
        table,
        ...placeOfMeaning(facts, 'trigger', trigger, [table]),
      },
    ];
  });
}
