import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { contentStatements } from '../places/causes.ts';
import { executedStatements, objectChanges, tablesNamed, writingStatements } from '../view.ts';

/**
 * Tells of a column whose values are of another storage class whether the migration meant it: it declares another type,
 * and fills the column by an expression that converts. A value that only meets the new type on its way is not meant.
 */
export function conversions(facts: DatabaseFacts): (table: string, column: string) => boolean {
  const retyped = new Set(
    objectChanges(facts)
      .filter(({ kind, change }) => kind === 'column' && change === 'changed')
      .map(({ table = '', name }) => keyOf(table, name)),
  );
  return (table, column) => {
    if (!retyped.has(keyOf(table, column))) return false;
    const guilty = contentStatements(
      facts,
      table,
      (cause) => cause.what === 'retyped' && (cause.column === undefined || sameName(cause.column, column)),
    );
    const written = writingStatements(facts, table, ['create', 'insert', 'upsert', 'update']);
    // A column that was filled under another name differs only since it was renamed.
    const filling = guilty.filter((statement) => written.includes(statement));
    const statements = filling.length > 0 ? filling : written;
    const names = formerNames(facts, column);
    return statements.some((statement) => converts(facts, statement, table, names));
  };
}

function keyOf(table: string, column: string): string {
  return `${foldName(table)}\0${foldName(column)}`;
}

/** All names under which statements may have filled the column. */
function formerNames(facts: DatabaseFacts, column: string): string[] {
  const known = [column];
  for (const { names } of executedStatements(facts).toReversed()) {
    for (const named of names)
      if (named.verb === 'rename-column' && known.some((one) => sameName(one, named.to)))
        known.push(named.name);
  }
  return known;
}

function converts(
  facts: DatabaseFacts,
  { names }: StatementFacts,
  table: string,
  known: readonly string[],
): boolean {
  return names.some((named) => {
    if (!('converts' in named) || named.converts === undefined) return false;
    const columns = columnsOf(facts, named.name) ?? columnsNow(facts, table);
    return named.converts.some((one) => {
      const filled = typeof one === 'string' ? one : (columns[one] ?? '');
      return known.some((name) => sameName(name, filled));
    });
  });
}

/** The columns that a statement of the plan made the table with, in order. */
function columnsOf(facts: DatabaseFacts, table: string): readonly string[] | undefined {
  const made = executedStatements(facts)
    .flatMap(({ names }) => names)
    .findLast((named) => named.verb === 'create' && named.kind === 'table' && sameName(named.name, table));
  return made?.verb === 'create' ? made.columns : undefined;
}

function columnsNow(facts: DatabaseFacts, table: string): readonly string[] {
  return (tablesNamed(facts.after?.schema.tables, table)[0]?.columns ?? []).map(({ name }) => name);
}
