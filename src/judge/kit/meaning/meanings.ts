import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Location } from '../../../facts/finding.ts';
import type { NameChange, TriggerMeaning, ViewMeaning } from '../../../facts/meaning/meaning-facts.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { byName } from '../../../sql/by-name.ts';
import { sameName } from '../../../sql/quote.ts';
import { executedStatements, namedStatement, placeOf, wasRehearsed } from '../view.ts';
import { list } from '../words.ts';

const triggersNamed = byName(({ trigger }: TriggerMeaning) => trigger);

/** What became of triggers; nothing where the plan did not run to its end. */
export function triggerMeanings(facts: DatabaseFacts): readonly TriggerMeaning[] {
  return wasRehearsed(facts) ? (facts.changes?.meaning?.triggers ?? []) : [];
}

/** What does the work of a trigger that is gone. */
export function successorOf(facts: DatabaseFacts, trigger: string) {
  const [found] = triggersNamed(triggerMeanings(facts), trigger).flatMap(({ change }) =>
    change.kind === 'replaced' ? [change] : [],
  );
  return found;
}

/** What names in its text mean now, behind its name. */
export function nameChangeText(change: NameChange): string {
  if (change.kind === 'joined')
    return `joins its tables by other columns than before: ${list(change.columns)}`;
  const { from, to } = change;
  return from === undefined
    ? `takes for ${to} what was a text in double quotes`
    : `means ${to} where it meant ${from}`;
}

export function viewMeanings(facts: DatabaseFacts): readonly ViewMeaning[] {
  return wasRehearsed(facts) ? (facts.changes?.meaning?.views ?? []) : [];
}

/**
 * The statement that made the object by its name; else the one that brought or renamed a `table.column` of those in
 * `names`; else the last one that altered one of their tables.
 */
export function placeOfMeaning(
  facts: DatabaseFacts,
  kind: 'trigger' | 'view',
  name: string,
  names: readonly (string | undefined)[],
): { location?: Location } {
  const made = namedStatement(facts, 'create', kind, name);
  if (made !== undefined) return placeOf(facts, [made]);
  const subjects = names.flatMap((text) => (text === undefined ? [] : [subjectOf(text)]));
  const all = executedStatements(facts);
  const column = all.filter((statement) =>
    statement.names.some((named) => subjects.some((subject) => brings(named, subject))),
  );
  if (column.length > 0) return placeOf(facts, column.slice(-1));
  const table = all.filter((statement) =>
    statement.names.some((named) => subjects.some((subject) => alters(named, subject.table))),
  );
  return placeOf(facts, table.slice(-1));
}

interface Subject {
  table: string;
  column?: string;
}

function subjectOf(text: string): Subject {
  const [table = '', column] = text.split('.');
  return { table, ...(column !== undefined && { column }) };
}

function brings(named: StatementTarget, { table, column }: Subject): boolean {
  if (column === undefined) return false;
  if (named.verb === 'add-column') return isColumn(named.table, named.name);
  if (named.verb === 'rename-column')
    return isColumn(named.table, named.to) || isColumn(named.table, named.name);
  return false;

  function isColumn(owner: string, name: string): boolean {
    return (table === '' || sameName(owner, table)) && sameName(name, column ?? '');
  }
}

function alters(named: StatementTarget, table: string): boolean {
  if ('table' in named) return sameName(named.table, table);
  if (named.verb === 'rename-table') return sameName(named.to, table);
  return named.verb === 'create' && named.kind === 'table' && sameName(named.name, table);
}
