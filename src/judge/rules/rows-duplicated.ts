import type { TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { selectSurplus, withQuery } from '../kit/selects.ts';
import {
  executedStatements,
  nameAfter,
  objectChanges,
  placeOf,
  tableChanges,
  writingStatements,
} from '../kit/view.ts';
import { list } from '../kit/words.ts';
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
    return tableChanges(facts).flatMap((change) => {
      const { table, duplicates, pairedBy } = change;
      if (duplicates === undefined || areMeant(facts, change)) return [];
      const { rows, columns, otherKeys } = duplicates;
      const equal = counted(rows, 'new row equals', 'new rows equal');
      const alike =
        pairedBy && !otherKeys ? 'every column but the key' : `all that it held before (${list(columns)})`;
      return [
        {
          message: `${table}: ${equal} another row in ${alike}.`,
          table,
          count: rows,
          ...withQuery(selectSurplus(facts, change, duplicates)),
          ...placeOf(facts, multiplying(facts, table)),
        },
      ];
    });
  },
};

/** Statements that put rows into the table which they did not give themselves. */
function multiplying(facts: DatabaseFacts, table: string): StatementFacts[] {
  return writingStatements(facts, table, ['insert', 'upsert']).filter(({ names }) =>
    names.some((named) => 'reads' in named && named.reads !== undefined),
  );
}

/**
 * Rows that the migration gives itself, as VALUES, are as it wants them. Rows that it moves were as equal where they come
 * from: no join multiplied them, and as many as came are gone there. What no statement inserts by name, a trigger wrote.
 */
function areMeant(facts: DatabaseFacts, { table, added, duplicates }: TableChange): boolean {
  if (executedStatements(facts).length === 0) return duplicates?.otherKeys === true;
  if (duplicates?.otherKeys && writingStatements(facts, table, ['update']).length > 0) return true;
  const sources = new Set<string>();
  for (const { names } of multiplying(facts, table)) {
    for (const named of names) {
      const reads = 'reads' in named ? named.reads : undefined;
      if (reads?.joins) return false;
      for (const name of reads?.tables ?? []) sources.add(name.toLowerCase());
    }
  }
  const gone = [...sources]
    .filter((name) => !sameName(name, table))
    .reduce((sum, name) => sum + goneFrom(facts, name), 0);
  return sources.size === 0 || gone >= added;
}

/** Rows of *before* that are no longer in that table, or went with it. */
function goneFrom(facts: DatabaseFacts, table: string): number {
  const now = nameAfter(facts, table);
  const removed = tableChanges(facts).find((change) => sameName(change.table, now))?.removed ?? 0;
  const dropped = objectChanges(facts).find(
    ({ kind, change, name }) => kind === 'table' && change === 'removed' && sameName(name, table),
  );
  return removed + (dropped?.held ?? 0);
}
