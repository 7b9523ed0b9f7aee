import { type DatabaseFacts, isHealthCheck, type Mistake } from '../facts/database.ts';
import type { Location } from '../facts/finding.ts';
import type { Settings } from '../facts/settings.ts';
import { isKnownColumn, isKnownTable } from './known.ts';
import { mistakeOfQuery } from './queries.ts';

/**
 * Mistakes of the settings that only the database shows: a table or column that never existed, a query that cannot be
 * right. What `expect` says must be made (tables, columns, indexes) may be missing everywhere: that is unmet, no mistake.
 */
export function measuredMistakes(facts: DatabaseFacts, settings: Settings): Mistake[] {
  const named = subjects(settings).flatMap(({ key, table, columns, source }) =>
    unknownNames(facts, table, columns).map((name) => ({
      key,
      message: `${key}: ${nowhere(facts, name)}.`,
      remedy: 'Correct the name, or remove it.',
      ...source,
    })),
  );
  // Each column of an unknown table says the same.
  const once = new Map(named.map((mistake) => [mistake.message, mistake]));
  return [...once.values(), ...wrongQueries(facts, settings)];
}

interface Subject {
  key: string;
  table: string;
  columns: readonly string[];
  source: Location;
}

/** Every table that the settings name as being there, with the columns that they name in it. */
function subjects({ checks, expect }: Settings): Subject[] {
  return [
    ...checks.required.map(({ table, column, source }) => ({
      key: 'checks.required',
      table,
      columns: [column],
      source,
    })),
    ...checks.references.flatMap(({ table, columns, parent, parentColumns, source }) => [
      { key: 'checks.references', table, columns, source },
      { key: 'checks.references', table: parent, columns: parentColumns, source },
    ]),
    ...expect.columns.map(({ table, source }) => ({ key: 'expect.columns', table, columns: [], source })),
    ...expect.rows.map(({ table, source }) => ({ key: 'expect.rows', table, columns: [], source })),
  ];
}

function unknownNames(facts: DatabaseFacts, table: string, columns: readonly string[]): string[] {
  if (!isKnownTable(facts, table)) return [`table ${table}`];
  return columns
    .filter((column) => !isKnownColumn(facts, table, column))
    .map((column) => `column ${table}.${column}`);
}

function nowhere(facts: DatabaseFacts, name: string): string {
  return isHealthCheck(facts)
    ? `the database has no ${name}`
    : `there is no ${name}, neither before nor after the migration`;
}

function wrongQueries(facts: DatabaseFacts, { checks }: Settings): Mistake[] {
  return checks.queries.flatMap(({ id, source }) => {
    const wrong = mistakeOfQuery(facts, id);
    const message = `checks.queries: ${id} cannot be run: ${wrong}.`;
    const remedy = 'Correct the query: one SELECT that fits the schema, with text in single quotes.';
    return wrong === undefined ? [] : [{ key: 'checks.queries', message, remedy, ...source }];
  });
}
