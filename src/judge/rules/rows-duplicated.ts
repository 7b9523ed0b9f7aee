import { counted } from '../../text/numbers.ts';
import { selectSurplus, withQuery } from '../kit/selects.ts';
import { placeOf, tableChanges, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'rows-duplicated',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Rows were added that equal another one',
  why: 'A join in a backfill gives a row once for each match, and every total over the table counts it again.',
  remedy:
    'Join on a unique column, or select DISTINCT; if equal rows are meant, allow it with a reason, in the config or the migration.',
  check(facts) {
    return tableChanges(facts).flatMap(({ table, duplicates }) => {
      if (duplicates === undefined) return [];
      const { rows, columns } = duplicates;
      return [
        {
          message: `${table}: ${counted(rows, 'new row equals', 'new rows equal')} another row in every column but the key.`,
          table,
          count: rows,
          ...withQuery(selectSurplus(facts, table, columns)),
          ...placeOf(facts, writingStatements(facts, table, ['insert', 'upsert'])),
        },
      ];
    });
  },
};
