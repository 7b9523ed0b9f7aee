import type { DatabaseFacts } from '../../facts/database.ts';
import type { Location } from '../../facts/finding.ts';
import type { HealthFacts, SearchFailure } from '../../facts/health.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { Table } from '../../facts/schema.ts';
import { sameName } from '../../sql/quote.ts';
import { contentStatements } from '../kit/places/causes.ts';
import { reportsIndex } from '../kit/search-failures.ts';
import {
  executedStatements,
  judgedSides,
  nameAfter,
  nameBefore,
  namedStatement,
  placeOf,
  writingStatements,
} from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

const MAKE_AGAIN = 'Make the index again and fill it from its rows, at the end of the migration.';

export const rule: Rule = {
  id: 'search-index-stale',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A search index does not fit its content',
  why: 'Searches find rows that do not hold what was searched for, and miss rows that do; or they fail.',
  remedy:
    "Rebuild the index at the end of the migration: `INSERT INTO name(name) VALUES('rebuild')`; triggers on its content keep it right afterwards.",
  check(facts) {
    const { now, earlier } = judgedSides(facts);
    if (now === undefined) return [];
    const stale = now.searchFailures.map((failure): RawFinding => {
      const { table } = failure;
      const known = earlier !== undefined && failureOf(earlier, nameBefore(facts, table)) !== undefined;
      const index = indexOf(now, table);
      return {
        // What integrity_check itself objects to is never excused by what was before.
        ...(known && !reportsIndex(now, table) && { severity: 'notice' as const }),
        message: `${table} ${textOf(failure)}${known ? ', as before' : ''}.`,
        table,
        ...(index?.module?.startsWith('rtree') && { remedy: MAKE_AGAIN }),
        ...(!known && earlier !== undefined && placeOfIndex(facts, table, index)),
      };
    });
    return [...stale, ...repaired(facts, now, earlier)];
  },
};

function textOf({ failure, message = '' }: SearchFailure): string {
  return failure === 'unreadable'
    ? `cannot read its content: ${message}`
    : 'does not find what its content holds: its own integrity check fails';
}

/** What made it or its content another one. */
function placeOfIndex(
  facts: DatabaseFacts,
  table: string,
  index: Table | undefined,
): { location?: Location } {
  const made = namedStatement(facts, 'create', 'table', table);
  if (made !== undefined) return placeOf(facts, [made]);
  const content = index?.content ?? table;
  const [first] = contentStatements(facts, content, () => true);
  if (first !== undefined) return placeOf(facts, [first]);
  const written = writingStatements(facts, content, ['insert', 'upsert', 'update', 'delete']);
  return placeOf(facts, written.length > 0 ? written : statementsNaming(facts, content));
}

/** Statements that drop, rename or alter a table by its name. */
function statementsNaming(facts: DatabaseFacts, table: string): StatementFacts[] {
  return executedStatements(facts).filter(({ names }) =>
    names.some((named) => sameName('table' in named ? named.table : named.name, table)),
  );
}

function repaired(facts: DatabaseFacts, now: HealthFacts, earlier: HealthFacts | undefined): RawFinding[] {
  return (earlier?.searchFailures ?? []).flatMap(({ table: former }): RawFinding[] => {
    const table = nameAfter(facts, former);
    const unchecked = now.unchecked.some(
      ({ check, table: other }) => check === 'search' && other !== undefined && sameName(other, table),
    );
    if (indexOf(now, table) === undefined || failureOf(now, table) !== undefined || unchecked) return [];
    return [
      { severity: 'notice', message: `${table} did not fit its content before: repaired here.`, table },
    ];
  });
}

function failureOf({ searchFailures }: HealthFacts, name: string): SearchFailure | undefined {
  return searchFailures.find(({ table }) => sameName(table, name));
}

function indexOf({ schema }: HealthFacts, name: string): Table | undefined {
  return schema.tables.find((table) => sameName(table.name, name));
}
