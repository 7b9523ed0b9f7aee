import { counted } from '../../text/numbers.ts';
import { isMoved, partlyMoved } from '../kit/content/moves.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { selectDroppedColumn } from '../kit/selects.ts';
import { objectChanges, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'column-dropped',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A column is gone',
  why: 'The values that it held are lost with it.',
  remedy:
    'Keep the column until nothing needs it; if this loss is meant, allow it with a reason, in the config or the migration.',
  check(facts) {
    const gone = objectChanges(facts).filter(({ kind, change }) => kind === 'column' && change === 'removed');
    const lost = gone.filter(({ name, table = '' }) => !isMoved(facts, 'column', table, name));
    return lost.map((object) => {
      const { name, table = '', held, alike } = object;
      const statements = writingStatements(facts, table, ['drop-column']).filter(({ names }) =>
        names.some(
          (named) => named.verb === 'drop-column' && named.name.toLowerCase() === name.toLowerCase(),
        ),
      );
      // A statement that drops the column leaves no doubt.
      const doubt = alike !== undefined && statements.length === 0;
      const question = ` ${table}.${alike} is new and has the same value, one in all rows: is it this column?`;
      return {
        ...(doubt && { severity: 'warning' as const }),
        ...(held === 0 && { severity: 'notice' as const }),
        message: `${table}.${name} is gone${held === undefined ? '' : `, with ${counted(held, 'value')}`}.${partlyMoved(facts, 'column', table, name)}${doubt ? question : ''}`,
        table,
        columns: [name],
        ...(held !== undefined && { count: held }),
        ...(held !== 0 && { query: selectDroppedColumn(facts, object) }),
        ...placeOfObject(facts, object, statements),
      };
    });
  },
};
