import type { DatabaseFacts } from '../../facts/database.ts';
import type { TableSwap } from '../../facts/meaning/meaning-facts.ts';
import { quoteName, sameName } from '../../sql/quote.ts';
import { counted, whole } from '../../text/numbers.ts';
import { withQuery } from '../kit/selects.ts';
import { executedStatements, placeOf, tablesNamed, wasRehearsed } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'table-swapped',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A table name shows other rows',
  why: 'Another table took the name. No row is lost, but whoever reads by the name does not find what was there before.',
  remedy:
    'Bring the table that takes the name up to date in the same transaction, right before the names are swapped.',
  check(facts) {
    if (!wasRehearsed(facts)) return [];
    return (facts.changes?.meaning?.swaps ?? []).flatMap((swap) => {
      const { table, from, to, rows, missing, changed } = swap;
      // Where the former table is gone, table-dropped says what went with it.
      if (to === undefined || missing + changed === 0) return [];
      const differing =
        changed === 0 ? '' : `${missing === 0 ? '' : ', and '}${whole(changed)} hold other values`;
      const lacking =
        missing === 0
          ? ''
          : `${counted(missing, 'row')} of ${whole(rows)} ${missing === 1 ? 'is' : 'are'} not there`;
      return [
        {
          message: `${table} is the former ${from} now, and what it was is ${to}: ${lacking}${differing}.`,
          table,
          count: missing + changed,
          ...(changed === 0 && withQuery(selectMissing(facts, swap))),
          ...placeOf(facts, renamesTo(facts, table)),
        },
      ];
    });
  },
};

function renamesTo(facts: DatabaseFacts, table: string) {
  const all = executedStatements(facts).filter(({ names }) =>
    names.some((named) => named.verb === 'rename-table' && sameName(named.to, table)),
  );
  return all.slice(-1);
}

/** The rows of the former table whose key the present one does not have. */
function selectMissing({ before }: DatabaseFacts, { table }: TableSwap): string | undefined {
  const [former] = tablesNamed(before?.schema.tables, table);
  // Without a key that tells all rows apart, rows were paired by their content.
  if (former === undefined || !(former.rowidAlias !== undefined || former.withoutRowid)) return undefined;
  const key = former.primaryKey.map((column) => {
    const [now, then] = [`a.${quoteName(column)}`, `b.${quoteName(column)}`];
    return `typeof(${now}) = typeof(${then}) AND ${now} COLLATE BINARY IS ${then}`;
  });
  return `SELECT b.* FROM before.${quoteName(former.name)} AS b WHERE NOT EXISTS (SELECT 1 FROM main.${quoteName(table)} AS a WHERE ${key.join(' AND ')});`;
}
