import type { Move } from '../../facts/changes.ts';
import { counted, whole } from '../../text/numbers.ts';
import { movesOf, movingStatement, placesOf, selectNowhere } from '../kit/content/moves.ts';
import { conditionOfRemoved } from '../kit/selects.ts';
import { nameBefore, placeOf, tableChanges } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'moved',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'What was to move did not arrive whole',
  why: 'A statement copied this to another place before it was dropped or deleted. What is in neither place is lost, also where it was allowed to go.',
  remedy:
    'Look at the condition, the join or the conflict clause of the statement that copies; if the rest is meant to go, allow it with a reason, in the config or the migration.',
  check(facts) {
    return movesOf(facts).map((move) => {
      const { kind, table, column, of, nowhere } = move;
      const subject = column === undefined ? table : `${table}.${column}`;
      const what = column === undefined ? counted(of, 'row') : counted(of, 'value');
      const place = placesOf(move);
      const common = {
        table,
        ...(column !== undefined && { columns: [column] }),
        ...placeOf(facts, movingStatement(facts, move)),
      };
      if (nowhere === 0) {
        return {
          ...common,
          severity: 'notice' as const,
          message: `${subject}: ${whatMoved(kind, what, of)} in ${place} now.`,
          remedy: 'Deploy the code that knows the new place together with the migration.',
          count: of,
        };
      }
      const change = tableChanges(facts).find((one) => one.table === table);
      const gone = kind === 'rows' && change ? conditionOfRemoved(facts, change) : undefined;
      return {
        ...common,
        message: `${subject}: ${whole(nowhere)} of ${what} ${nowhere === 1 ? 'is' : 'are'} not in ${place}, where the migration copies them, and nowhere else.`,
        count: nowhere,
        query: selectNowhere(move, nameBefore(facts, table), gone),
      };
    });
  },
};

function whatMoved(kind: Move['kind'], what: string, of: number): string {
  const verb = of === 1 ? 'is' : 'are';
  if (kind === 'rows') return `the ${what} that ${verb} gone from there ${verb}`;
  return of === 1 ? `it is gone, and its ${what} is` : `it is gone, and all of its ${what} are`;
}
