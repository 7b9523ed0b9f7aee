import type { RequiredCheck } from '../../facts/settings.ts';
import { byName } from '../../sql/by-name.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { placeOfBackfill } from '../kit/places/places.ts';
import { selectNulls } from '../kit/selects.ts';
import { tableChanges, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

const requiredIn = byName(({ table }: RequiredCheck) => table);

export const rule: Rule = {
  id: 'backfill-incomplete',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A backfill left rows out',
  why: 'The migration gave some rows a value and left the others NULL: code that relies on the column fails on those.',
  remedy:
    'Fill the other rows too, and look at the condition or the join of the UPDATE; if NULL is meant there, allow it with a reason, in the config or the migration.',
  check(facts, { checks }) {
    return tableChanges(facts).flatMap(({ table, partlyFilled = [] }) => {
      const statements = writingStatements(facts, table, ['update', 'insert', 'upsert']);
      // What nobody wrote by name (a default, a trigger) is no backfill; a required column has its own rule.
      const backfilled = partlyFilled.filter(
        ({ column }) =>
          statements.length > 0 &&
          !requiredIn(checks.required, table).some((check) => sameName(check.column, column)),
      );
      return backfilled.map(({ column, filled, empty, sources }) => ({
        message: `${table}.${column}: ${counted(filled, 'row was', 'rows were')} filled, ${counted(empty, 'row is', 'rows are')} still NULL${sources === undefined ? '' : ', those left out that had nothing to be filled from'}.`,
        table,
        columns: [column],
        count: empty,
        query: selectNulls(table, column, sources),
        ...placeOfBackfill(facts, table, column),
      }));
    });
  },
};
