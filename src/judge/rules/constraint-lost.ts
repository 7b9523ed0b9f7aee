import type { ObjectChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { sameName } from '../../sql/quote.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { nameBefore, namingIndex, objectChanges, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

/** Another default holds for new rows only and is written on purpose. */
const MAY_CHANGE = new Set(['DEFAULT']);

export const rule: Rule = {
  id: 'constraint-lost',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A constraint is gone or is another one',
  why: 'Rows that it kept out can now be written. A table rebuild keeps only the constraints that the new CREATE TABLE repeats.',
  remedy:
    'Repeat the constraint in the new table; if it is to go, allow it with a reason, in the config or the migration.',
  check(facts) {
    const lost = objectChanges(facts).filter(
      (object) =>
        object.kind === 'constraint' &&
        (object.change === 'removed' || (object.change === 'changed' && !MAY_CHANGE.has(object.name))) &&
        !isSequenceReset(facts, object),
    );
    return [
      ...unguarded(facts),
      ...lost.map((object) => {
        const { name, table = '', columns, change, detail, effect } = object;
        const subject = columns === undefined ? table : `${table}.${columns.join(', ')}`;
        const words = change === 'removed' ? `${detail ?? name} is gone` : `${detail ?? name}`;
        return {
          ...(effect !== undefined && { severity: 'notice' as const }),
          message: `${subject}: ${words}${effect === 'relaxed' ? ', which lets in more' : ''}.`,
          table,
          object: detail ?? name,
          ...(columns !== undefined && { columns }),
          ...placeOfObject(facts, object, writingStatements(facts, table, ['create'])),
        };
      }),
    ];
  },
};

/** Unique indexes that were dropped by name. Of one that a rebuild lost, index-lost tells. */
function unguarded(facts: DatabaseFacts): RawFinding[] {
  return objectChanges(facts).flatMap((object): RawFinding[] => {
    const { kind, name, table, columns, change, detail = '', effect, withOwner } = object;
    const statement =
      kind === 'index' && effect === 'unguarded' && !withOwner ? namingIndex(facts, object) : undefined;
    if (statement === undefined) return [];
    const what = change === 'removed' ? `${detail} is gone` : detail;
    return [
      {
        message: `${name} on ${table}: ${what}. Rows that it kept out can be written now.`,
        object: name,
        ...(table !== undefined && { table }),
        ...(columns !== undefined && { columns }),
        remedy: MAKE_AGAIN,
        ...placeOfObject(facts, object, [statement]),
      },
    ];
  });
}

const MAKE_AGAIN =
  'Make it again as it was, UNIQUE and with the same columns and condition; if the guarantee is to go, allow it with a reason.';

/** Where an id was given, sequence-reset says what is lost with AUTOINCREMENT. */
function isSequenceReset(facts: DatabaseFacts, { name, table = '' }: ObjectChange): boolean {
  const former = nameBefore(facts, table);
  const marks = facts.before?.sequences ?? [];
  return name === 'AUTOINCREMENT' && marks.some((mark) => mark.seq > 0 && sameName(mark.table, former));
}
