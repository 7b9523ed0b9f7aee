import type { DatabaseFacts } from '../../facts/database.ts';
import { counted, whole } from '../../text/numbers.ts';
import { transientLosses } from '../kit/places/lost-on-the-way.ts';
import { valueFindings } from '../kit/value-findings.ts';
import { placeOf } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'values-cleared',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'Values became NULL',
  why: 'Data that was there before the migration is gone, while every row count stays the same.',
  remedy: 'Keep the values; if this loss is meant, allow it with a reason, in the config or the migration.',
  check: (facts) => [
    ...valueFindings(facts, 'nulled', (values) => `${values} became NULL`),
    ...erasedOnTheWay(facts),
  ],
};

function erasedOnTheWay(facts: DatabaseFacts): RawFinding[] {
  const lost = transientLosses(facts).flatMap(({ column, ...others }) =>
    column === undefined ? [] : [{ column, ...others }],
  );
  return [...Map.groupBy(lost, ({ table }) => table)].map(([table, columns]) => {
    const total = columns.reduce((sum, { rows }) => sum + rows, 0);
    const detail = columns.map(({ column, rows }) => `${column} (${whole(rows)})`);
    const statements = new Set(columns.flatMap((one) => one.statements));
    return {
      message: `${table}: ${counted(total, 'value')} that the migration itself made ${total === 1 ? 'is' : 'are'} erased again by a foreign key, in a statement that does not name the table: ${detail.join(', ')}.`,
      table,
      columns: columns.map(({ column }) => column),
      count: total,
      ...placeOf(facts, [...statements]),
    };
  });
}
