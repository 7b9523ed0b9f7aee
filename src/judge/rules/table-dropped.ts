import type { ObjectChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { isMoved, partlyMoved } from '../kit/content/moves.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { selectDropped } from '../kit/selects.ts';
import { namedStatement, objectChanges, tablesNamed } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'table-dropped',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A table is gone',
  why: 'Everything that it held is lost with it.',
  remedy:
    'Keep the table until nothing needs it; if this loss is meant, allow it with a reason, in the config or the migration.',
  check(facts) {
    const gone = objectChanges(facts).filter(({ kind, change }) => kind === 'table' && change === 'removed');
    const lost = gone.filter(({ name }) => !isMoved(facts, 'table', name));
    return lost.map((object) => {
      const { name, held } = object;
      const rest = partlyMoved(facts, 'table', name);
      const statement = namedStatement(facts, 'drop', 'table', name);
      const successor = successorOf(facts, object);
      const kept =
        successor === undefined ? '' : `: the former ${successor} has its name now, and all of them`;
      return {
        ...((held === 0 || successor !== undefined) && { severity: 'notice' as const }),
        message:
          held === undefined
            ? `${name} is gone.`
            : `${name} is gone, with ${counted(held, 'row')}${kept}.${rest}`,
        table: name,
        ...(held !== undefined && { count: held }),
        // What could not be counted cannot be listed either.
        ...(held !== undefined && held > 0 && { query: selectDropped(name) }),
        ...placeOfObject(facts, object, statement === undefined ? [] : [statement]),
      };
    });
  },
};

/** The former name of the table that has taken its name, and has every column and row of it. */
function successorOf({ before, after, changes }: DatabaseFacts, { name }: ObjectChange): string | undefined {
  const swap = changes?.meaning?.swaps.find(({ table }) => sameName(table, name));
  if (swap === undefined || swap.missing + swap.changed > 0) return undefined;
  const [former] = tablesNamed(before?.schema.tables, name);
  const [current] = tablesNamed(after?.schema.tables, name);
  const keepsAll = former?.columns.every((column) =>
    current?.columns.some((other) => sameName(other.name, column.name)),
  );
  return keepsAll ? swap.from : undefined;
}
