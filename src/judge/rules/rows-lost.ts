import type { ContentCause, TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../sql/quote.ts';
import { counted, whole } from '../../text/numbers.ts';
import { isMoved, partlyMoved } from '../kit/content/moves.ts';
import { type Part, partsByFile } from '../kit/content/parts-by-file.ts';
import { withCascade } from '../kit/places/cascade.ts';
import { placeOfContent } from '../kit/places/causes.ts';
import { transientLosses } from '../kit/places/lost-on-the-way.ts';
import { selectRemoved, withQuery } from '../kit/selects.ts';
import { placeOf, samplesOf, tableChanges, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'rows-lost',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'Rows are lost',
  why: 'Rows that were there before the migration are gone after it.',
  remedy: 'Keep the rows; if this loss is meant, allow it with a reason, in the config or the migration.',
  check(facts) {
    const lost = transientLosses(facts).filter(({ column }) => column === undefined);
    const onTheWay = lost.map(({ table, rows, statements }) => ({
      message: `${table}: ${counted(rows, 'row')} that the migration itself made ${rows === 1 ? 'is' : 'are'} gone again, by a statement that does not name the table.`,
      table,
      count: rows,
      ...(statements.every((statement) => deletesItsOwn(facts, statement)) && {
        severity: 'warning' as const,
      }),
      ...placeOf(facts, statements),
    }));
    const former = tableChanges(facts).flatMap((change) => {
      const { table, before, added, removed, samples } = change;
      if (removed <= added || isMoved(facts, 'rows', table)) return [];
      const parts = partsByFile(facts, table, 'removed', new Map([[undefined, removed]]));
      if (parts.length > 1) return parts.map((part) => lostBy(facts, change, part));
      const finding = {
        message: `${table}: ${counted(removed, 'row')} of ${whole(before)} ${removed === 1 ? 'is' : 'are'} gone${others(added)}.${partlyMoved(facts, 'rows', table)}`,
        table,
        count: removed,
        ...samplesOf(samples?.removed),
        ...withQuery(selectRemoved(facts, change)),
        ...placeOfContent(facts, table, isRemoval, writingStatements(facts, table, ['delete', 'upsert'])),
      };
      return [withCascade(facts, finding, isRemoval)];
    });
    return [...former, ...onTheWay];
  },
};

/** What one of several files lost of a table; the samples and the query are of all of them. */
function lostBy(facts: DatabaseFacts, change: TableChange, { counts, statements }: Part): RawFinding {
  const { table, before, removed } = change;
  const count = counts.get(undefined) ?? 0;
  const verb = count === 1 ? 'is' : 'are';
  return {
    message: `${table}: ${counted(count, 'row')} of ${whole(before)} ${verb} gone by this file, ${whole(removed)} by all that is pending.`,
    table,
    count,
    ...withQuery(selectRemoved(facts, change)),
    ...placeOf(facts, statements.slice(0, 1)),
  };
}

/** A DELETE from tables that have all their former rows: it takes back what the migration itself had put there. */
function deletesItsOwn(facts: DatabaseFacts, { names }: StatementFacts): boolean {
  const isWhole = (name: string) =>
    !tableChanges(facts).some(({ table, removed }) => removed > 0 && sameName(table, name));
  return names.every((named) => named.verb === 'delete' && isWhole(named.name));
}

/** What came is no remedy for what went. */
function others(added: number): string {
  return added === 0 ? '' : `, ${whole(added)} ${added === 1 ? 'other' : 'others'} came`;
}

function isRemoval({ what }: ContentCause): boolean {
  return what === 'removed';
}
