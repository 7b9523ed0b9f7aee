import { type DatabaseFacts, isHealthCheck } from '../../facts/database.ts';
import type { Table } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { sameName } from '../../sql/quote.ts';
import { wasRehearsed } from '../kit/view.ts';

/**
 * Whether a name of the settings means anything: it is there before or after the migration, or a statement of the plan
 * makes it. While that is not certain it counts as known: a migration that failed may just not have come to it.
 */
export function isKnownTable(facts: DatabaseFacts, table: string): boolean {
  if (!wasMeasuredWhole(facts) || tablesNamed(facts, table).length > 0) return true;
  return makes(
    facts,
    (named) =>
      (named.verb === 'create' && named.kind === 'table' && sameName(named.name, table)) ||
      (named.verb === 'rename-table' && sameName(named.to, table)),
  );
}

/** The same of a column; one of an unknown table is unknown. */
export function isKnownColumn(facts: DatabaseFacts, table: string, column: string): boolean {
  if (!wasMeasuredWhole(facts)) return true;
  if (!isKnownTable(facts, table)) return false;
  const tables = tablesNamed(facts, table);
  // What columns a table had that came and went, or whose module is missing, nobody has seen.
  if (tables.length === 0 || tables.some(({ columns }) => columns.length === 0)) return true;
  if (tables.some(({ columns }) => columns.some(({ name }) => sameName(name, column)))) return true;
  return makes(
    facts,
    (named) =>
      (named.verb === 'add-column' && sameName(named.table, table) && sameName(named.name, column)) ||
      (named.verb === 'rename-column' && sameName(named.table, table) && sameName(named.to, column)),
  );
}

/** Every side that the run has was seen: a name that is on none of them is nowhere. */
export function wasMeasuredWhole(facts: DatabaseFacts): boolean {
  return facts.before !== undefined && (isHealthCheck(facts) || wasRehearsed(facts));
}

function tablesNamed({ before, after }: DatabaseFacts, table: string): Table[] {
  const tables = [before, after].flatMap((side) => side?.schema.tables ?? []);
  return tables.filter(({ name }) => sameName(name, table));
}

function makes({ rehearsal }: DatabaseFacts, test: (named: StatementTarget) => boolean): boolean {
  return rehearsal.statements.some(({ names }) => names.some(test));
}
