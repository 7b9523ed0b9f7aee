import { type DatabaseFacts, isHealthCheck, type Mistake } from '../../facts/database.ts';
import type { Location } from '../../facts/finding.ts';
import type { Settings } from '../../facts/settings.ts';
import { isKnownColumn, isKnownTable } from './known-names.ts';
import { wrongQuery } from './query-results.ts';

/**
 * Mistakes of the settings that only the database shows: a table or column that never existed, a query that cannot be
 * right. What `expect` says must be made (tables, columns, indexes) may be missing everywhere: that is unmet, no mistake.
 * In a health check only what is wrong whatever the schema: the rest may be there once the database is migrated.
 */
export function measuredMistakes(facts: DatabaseFacts, settings: Settings): Mistake[] {
  const named = isHealthCheck(facts) ? [] : [...checked(settings), ...expected(settings)];
  const mistakes = missingNames(facts, named).map(({ key, name, source }) => ({
    key,
    message: `${key}: there is no ${name}, neither before nor after the migration.`,
    remedy: 'Correct the name, or remove it.',
    ...source,
  }));
  return [...mistakes, ...wrongQueries(facts, settings)];
}

/** What a health check passes over, because the database does not have what it names: in words, with its place. */
export function notThereYet(
  facts: DatabaseFacts,
  settings: Settings,
): { message: string; source: Location }[] {
  if (!isHealthCheck(facts)) return [];
  const names = missingNames(facts, checked(settings)).map(({ key, name, source }) => ({
    message: `${key}: the database has no ${name}.`,
    source,
  }));
  const queries = settings.checks.queries.flatMap(({ id, source }) => {
    const wrong = wrongQuery(facts, id);
    if (wrong?.while !== 'compiling') return [];
    return [{ message: `checks.queries: ${id} cannot be run: ${wrong.message}.`, source }];
  });
  return [...names, ...queries];
}

interface Missing {
  key: string;
  name: string;
  source: Location;
}

function missingNames(facts: DatabaseFacts, named: readonly NamedSubject[]): Missing[] {
  const all = named.flatMap(({ key, table, columns, source }) =>
    unknownNames(facts, table, columns).map((name) => ({ key, name, source })),
  );
  // Each column of an unknown table says the same.
  return [...new Map(all.map((missing) => [`${missing.key} ${missing.name}`, missing])).values()];
}

interface NamedSubject {
  key: string;
  table: string;
  columns: readonly string[];
  source: Location;
}

/** Every table that the checks name as being there, with the columns that they name in it. */
function checked({ checks }: Settings): NamedSubject[] {
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
  ];
}

/** The same of the tables of `expect` that are there already. */
function expected({ expect }: Settings): NamedSubject[] {
  return [
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

function wrongQueries(facts: DatabaseFacts, { checks }: Settings): Mistake[] {
  return checks.queries.flatMap(({ id, source }) => {
    const wrong = wrongQuery(facts, id);
    if (wrong === undefined || (isHealthCheck(facts) && wrong.while === 'compiling')) return [];
    const message = `checks.queries: ${id} cannot be run: ${wrong.message}.`;
    const remedy = 'Correct the query: one SELECT that fits the schema, with text in single quotes.';
    return [{ key: 'checks.queries', message, remedy, ...source }];
  });
}
