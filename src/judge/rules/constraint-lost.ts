import { placeOfObject } from '../causes.ts';
import type { Rule } from '../rule.ts';
import { objectChanges, writingSteps } from '../view.ts';

/** Another default holds for new rows only and is written on purpose. */
const MAY_CHANGE = new Set(['DEFAULT']);

export const rule: Rule = {
  id: 'constraint-lost',
  severity: 'warning',
  kind: 'problem',
  title: 'A constraint is gone or is another one',
  why: 'Rows that it kept out can now be written. A table rebuild keeps only the constraints that the new CREATE TABLE repeats.',
  remedy:
    'Repeat the constraint in the new table; if it is to go, allow it with a reason, in the config or the migration.',
  check(facts) {
    const lost = objectChanges(facts).filter(
      ({ kind, change, name }) =>
        kind === 'constraint' && (change === 'removed' || (change === 'changed' && !MAY_CHANGE.has(name))),
    );
    return lost.map((object) => {
      const { name, table = '', columns, change, detail } = object;
      const subject = columns === undefined ? table : `${table}.${columns.join(', ')}`;
      const words = change === 'removed' ? `${detail ?? name} is gone` : `${detail ?? name}`;
      return {
        message: `${subject}: ${words}.`,
        table,
        object: detail ?? name,
        ...(columns !== undefined && { columns }),
        ...placeOfObject(facts, object, writingSteps(facts, table, ['create'])),
      };
    });
  },
};
