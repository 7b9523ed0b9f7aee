import type { TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { Location } from '../../facts/finding.ts';
import type { HealthFacts } from '../../facts/health.ts';
import type { StatementFacts } from '../../facts/rehearsal.ts';
import type { SampleRow } from '../../facts/samples.ts';
import type { ObjectKind, StatementTarget } from '../../facts/statement.ts';
import { foldName, sameName } from '../../sql/quote.ts';

/** What several rules ask of the facts. */

/** The plan was executed to its end, so *after* is what production would have. */
export function wasRehearsed({ rehearsal, after }: DatabaseFacts): boolean {
  return rehearsal.outcome === 'done' && after !== undefined;
}

/** The side that is judged, and the other one where both count: *before* alone when nothing was rehearsed to the end. */
export function judgedSides(facts: DatabaseFacts): { now?: HealthFacts; earlier?: HealthFacts } {
  const { before, after } = facts;
  if (!wasRehearsed(facts)) return before === undefined ? {} : { now: before };
  return { ...(after && { now: after }), ...(before && { earlier: before }) };
}

/** Content that changed, judged only where the plan ran to its end; what a tool writes in its own tables is its affair. */
export function tableChanges(facts: DatabaseFacts): TableChange[] {
  const tables = wasRehearsed(facts) ? (facts.changes?.tables ?? []) : [];
  return tables.filter(({ table }) => !isBookkeeping(facts, table));
}

export function objectChanges(facts: DatabaseFacts) {
  return wasRehearsed(facts) ? (facts.changes?.objects ?? []) : [];
}

/** It is the tool's migration history. */
export function isBookkeeping({ plan, command }: DatabaseFacts, table: string): boolean {
  const tables = plan?.bookkeeping.tables ?? command?.bookkeeping ?? [];
  return tables.some((own) => sameName(own, table));
}

/** The name that a table of *before* has now. */
export function nameAfter({ changes }: DatabaseFacts, table: string): string {
  return changes?.renames.find(({ kind, from }) => kind === 'table' && sameName(from, table))?.to ?? table;
}

/** The name that a table of *after* had. */
export function nameBefore({ changes }: DatabaseFacts, table: string): string {
  return changes?.renames.find(({ kind, to }) => kind === 'table' && sameName(to, table))?.from ?? table;
}

/** The name that a column of *after* had; `table` is its table's name in *after*. */
export function columnBefore({ changes }: DatabaseFacts, table: string, column: string): string {
  const renames = changes?.renames.filter(({ kind }) => kind === 'column') ?? [];
  return (
    renames.find((rename) => sameName(rename.table, table) && sameName(rename.to, column))?.from ?? column
  );
}

/** Statements that ran and stayed. */
export function executedStatements({ rehearsal }: DatabaseFacts): StatementFacts[] {
  return rehearsal.statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack);
}

/** The statement that drops or creates the object by its name, the last one where there are several. */
export function namedStatement(
  facts: DatabaseFacts,
  verb: 'create' | 'drop',
  kind: ObjectKind,
  name: string,
): StatementFacts | undefined {
  const matches = (named: StatementTarget) =>
    named.verb === verb && named.kind === kind && sameName(named.name, name);
  return executedStatements(facts).findLast(({ names }) => names.some(matches));
}

/** The statement that drops the object by its name, where none makes it again afterwards. */
export function droppedByName(
  facts: DatabaseFacts,
  kind: ObjectKind,
  name: string,
): StatementFacts | undefined {
  const last = (verb: 'create' | 'drop') => {
    const statement = namedStatement(facts, verb, kind, name);
    return statement === undefined ? -1 : executedStatements(facts).indexOf(statement);
  };
  return last('drop') > last('create') ? namedStatement(facts, 'drop', kind, name) : undefined;
}

/** All names under which statements may have spoken of a table: its own, its former one, a rebuild's new table. */
function aliases(facts: DatabaseFacts, table: string): Set<string> {
  const known = new Set([foldName(table)]);
  const renames = executedStatements(facts).flatMap(({ names }) =>
    names.filter(({ verb }) => verb === 'rename-table'),
  );
  for (const rename of renames.toReversed()) {
    if (rename.verb === 'rename-table' && known.has(foldName(rename.to))) known.add(foldName(rename.name));
  }
  return known;
}

/** The statements that write to a table by its name with one of the verbs. */
export function writingStatements(
  facts: DatabaseFacts,
  table: string,
  verbs: readonly StatementTarget['verb'][],
): StatementFacts[] {
  const known = aliases(facts, table);
  const names = (named: StatementTarget) => {
    const target = 'table' in named ? named.table : named.name;
    return verbs.includes(named.verb) && known.has(foldName(target));
  };
  return executedStatements(facts).filter((statement) => statement.names.some(names));
}

/** Where the reader should look: the only statement concerned, else the only file concerned, else nowhere. */
export function placeOf(
  facts: DatabaseFacts,
  statements: readonly StatementFacts[],
): { location?: Location } {
  const [only] = statements;
  if (only !== undefined && statements.length === 1)
    return { location: { file: only.file, line: only.line } };
  const files = new Set(
    (statements.length > 0 ? statements : executedStatements(facts)).map(({ file }) => file),
  );
  const [file] = files;
  return files.size === 1 && file !== undefined ? { location: { file } } : {};
}

/** The rows for a finding; none measured, none shown. */
export function samplesOf(samples: SampleRow[] | undefined): { samples?: SampleRow[] } {
  return samples === undefined || samples.length === 0 ? {} : { samples };
}
