import { type DatabaseFacts, isHealthCheck } from '../../facts/database.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { Table } from '../../facts/schema.ts';
import { once } from '../../sql/by-name.ts';
import { foldName, sameName } from '../../sql/quote.ts';
import { tablesNamed, wasRehearsed } from '../kit/view.ts';

/**
 * Whether a name of the settings means anything: it is there before or after the migration, or a statement of the plan
 * makes it. While that is not certain it counts as known: a migration that failed may just not have come to it.
 */
export function isKnownTable(facts: DatabaseFacts, table: string): boolean {
  if (!wasMeasuredWhole(facts) || tablesOfBoth(facts, table).length > 0) return true;
  return made(facts.rehearsal.statements).has(foldName(table));
}

/** The same of a column; one of an unknown table is unknown. */
export function isKnownColumn(facts: DatabaseFacts, table: string, column: string): boolean {
  if (!wasMeasuredWhole(facts)) return true;
  if (!isKnownTable(facts, table)) return false;
  const tables = tablesOfBoth(facts, table);
  // What columns a table had that came and went, or whose module is missing, nobody has seen.
  if (tables.length === 0 || tables.some(({ columns }) => columns.length === 0)) return true;
  if (tables.some(({ columns }) => columns.some(({ name }) => sameName(name, column)))) return true;
  return made(facts.rehearsal.statements).has(keyOf(table, column));
}

/** Every side that the run has was seen: a name that is on none of them is nowhere. */
export function wasMeasuredWhole(facts: DatabaseFacts): boolean {
  return facts.before !== undefined && (isHealthCheck(facts) || wasRehearsed(facts));
}

function tablesOfBoth({ before, after }: DatabaseFacts, table: string): Table[] {
  return [before, after].flatMap((side) => tablesNamed(side?.schema.tables, table));
}

/** Every name of a table or column that a statement makes, whether it ran or not. */
const made = once((statements: readonly StatementFacts[]) => {
  const names = new Set<string>();
  for (const named of statements.flatMap((statement) => statement.names)) {
    if (named.verb === 'create' && named.kind === 'table') names.add(foldName(named.name));
    if (named.verb === 'rename-table') names.add(foldName(named.to));
    if (named.verb === 'add-column') names.add(keyOf(named.table, named.name));
    if (named.verb === 'rename-column') names.add(keyOf(named.table, named.to));
  }
  return names;
});

/** No name holds a NUL. */
function keyOf(table: string, column: string): string {
  return `${foldName(table)}\0${foldName(column)}`;
}
