import type { DatabaseFacts } from '../../facts/database.ts';
import type { TriggerChange, TriggerMeaning } from '../../facts/meaning/meaning-facts.ts';
import { nameChangeText, placeOfMeaning, triggerMeanings } from '../kit/meaning/meanings.ts';
import { namedStatement, placeOf } from '../kit/view.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'trigger-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A trigger does something else',
  why: 'Its text still compiles, but a name in it means another column now, it runs less often, or twice. SQLite says nothing when a table changes under a trigger.',
  remedy: 'Drop the trigger, and make it again with the names of the tables that there are now.',
  check: (facts) => triggerMeanings(facts).flatMap((meaning) => findingOf(facts, meaning)),
};

function findingOf(facts: DatabaseFacts, { trigger, table, change }: TriggerMeaning): RawFinding[] {
  const told = textOf(change);
  if (told === undefined) return [];
  return [
    {
      message: `${trigger} on ${table} ${told.text}.`,
      object: trigger,
      table,
      ...(told.remedy !== undefined && { remedy: told.remedy }),
      ...placeOfChange(facts, { trigger, table, change }),
    },
  ];
}

/** `undefined` for what trigger-lost tells. */
function textOf(change: TriggerChange): { text: string; remedy?: string } | undefined {
  switch (change.kind) {
    case 'never-fires':
    case 'replaced':
      return undefined;
    case 'fires-less':
      return {
        text: `no longer fires when ${list(change.columns)} ${change.columns.length === 1 ? 'is' : 'are'} updated`,
      };
    case 'other-event':
      return { text: `fires on ${change.to} now, and not on ${change.from}` };
    case 'too-early':
      return { text: 'runs before the row is written now, and reads the table in which it will be' };
    case 'resolved':
    case 'joined':
      return { text: nameChangeText(change) };
    case 'positions':
      return {
        text: `fills the columns of ${change.target} in another order, because it lists none and they have moved`,
        remedy: 'List the columns in the INSERT of the trigger.',
      };
    case 'does-less':
      return change.what === 'RAISE'
        ? { text: 'was made again, and refuses nothing any more' }
        : { text: `was made again, and no longer writes ${change.what}` };
    case 'beside':
      return {
        text: `is still there, and ${change.other} does the same to ${change.target} once more`,
        remedy: 'Drop the old trigger by its name; DROP TRIGGER IF EXISTS says nothing of a misspelt one.',
      };
  }
}

function placeOfChange(facts: DatabaseFacts, { trigger, table, change }: TriggerMeaning) {
  if (change.kind === 'beside') {
    const made = namedStatement(facts, 'create', 'trigger', change.other);
    return placeOf(facts, made === undefined ? [] : [made]);
  }
  const names = 'to' in change ? [change.to] : [];
  const target = 'target' in change ? [change.target] : [];
  const columns = 'columns' in change ? change.columns.map((column) => `${table}.${column}`) : [];
  return placeOfMeaning(facts, 'trigger', trigger, [...names, ...target, ...columns, table]);
}
