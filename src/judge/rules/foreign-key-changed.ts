import { foldName } from '../../sql/quote.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { objectChanges, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'foreign-key-changed',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A foreign key is gone or is another one',
  why: 'It no longer guards the same rows in the same way; a rename can point it to a table that is dropped afterwards.',
  remedy:
    'Repeat the foreign key in the new table; if it is to change, allow it with a reason, in the config or the migration.',
  check(facts) {
    const objects = objectChanges(facts);
    const goneColumns = new Set(
      objects
        .filter(({ kind, change }) => kind === 'column' && change === 'removed')
        .map(({ table = '', name }) => `${foldName(table)}\0${foldName(name)}`),
    );
    const changed = objects.filter(
      ({ kind, change, table = '', columns = [] }) =>
        kind === 'foreign-key' &&
        change !== 'added' &&
        // It went with its column, which is reported itself.
        !columns.some((column) => goneColumns.has(`${foldName(table)}\0${foldName(column)}`)),
    );
    return changed.map((object) => {
      const { name, table = '', columns = [], change, detail, effect } = object;
      return {
        ...(effect !== undefined && {
          severity: effect === 'kept' ? ('notice' as const) : ('warning' as const),
        }),
        message: `${table}(${name}): ${detail}${change === 'removed' ? ' is gone' : ''}.`,
        table,
        columns,
        ...placeOfObject(facts, object, writingStatements(facts, table, ['create'])),
      };
    });
  },
};
