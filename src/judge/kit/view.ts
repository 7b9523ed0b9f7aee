import type { ObjectChange, Rename, TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { Location } from '../../facts/finding.ts';
import type { HealthFacts } from '../../facts/health.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { SampleRow } from '../../facts/samples.ts';
import type { Table } from '../../facts/schema.ts';
import type { ObjectKind, StatementTarget } from '../../facts/statement.ts';
import { byName, once } from '../../sql/by-name.ts';
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
export const tableChanges = once((facts: DatabaseFacts): readonly TableChange[] => {
  const tables = wasRehearsed(facts) ? (facts.changes?.tables ?? []) : [];
  return tables.filter(({ table }) => !isBookkeeping(facts, table));
});

export function objectChanges(facts: DatabaseFacts) {
  return wasRehearsed(facts) ? (facts.changes?.objects ?? []) : [];
}

/** It is the tool's migration history. */
export function isBookkeeping({ plan, command }: DatabaseFacts, table: string): boolean {
  const tables = plan?.bookkeeping.tables ?? command?.bookkeeping ?? [];
  return tables.some((own) => sameName(own, table));
}

const renamesFrom = byName(({ from }: Rename) => from);
const renamesTo = byName(({ to }: Rename) => to);

/** The name that a table of *before* has now. */
export function nameAfter({ changes }: DatabaseFacts, table: string): string {
  return renamesFrom(changes?.renames, table).find(({ kind }) => kind === 'table')?.to ?? table;
}

/** The name that a table of *after* had. */
export function nameBefore({ changes }: DatabaseFacts, table: string): string {
  return renamesTo(changes?.renames, table).find(({ kind }) => kind === 'table')?.from ?? table;
}

/** The name that a column of *after* had; `table` is its table's name in *after*. */
export function columnBefore({ changes }: DatabaseFacts, table: string, column: string): string {
  const renames = renamesTo(changes?.renames, column);
  return renames.find((one) => one.kind === 'column' && sameName(one.table, table))?.from ?? column;
}

/** Tables of a schema by their name. */
export const tablesNamed = byName(({ name }: Table) => name);

/** Statements that ran and stayed. */
export function executedStatements({ rehearsal }: DatabaseFacts): readonly StatementFacts[] {
  return executed(rehearsal.statements);
}

const executed = once((statements: readonly StatementFacts[]) =>
  statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack),
);

/** What an executed statement names, with its place among them. */
interface Naming {
  at: number;
  statement: StatementFacts;
  named: StatementTarget;
}

const namings = once((statements: readonly StatementFacts[]): readonly Naming[] =>
  statements.flatMap((statement, at) => statement.names.map((named) => ({ at, statement, named }))),
);
const namingsOf = byName(({ named }: Naming) => named.name);
const namingsOfTable = byName(({ named }: Naming) => ('table' in named ? named.table : named.name));

/** The last statement that drops or creates the object by its name. */
function lastNaming(
  facts: DatabaseFacts,
  verb: 'create' | 'drop',
  kind: ObjectKind,
  name: string,
): Naming | undefined {
  const all = namingsOf(namings(executedStatements(facts)), name);
  return all.findLast(({ named }) => named.verb === verb && named.kind === kind);
}

/** The statement that drops or creates the object by its name, the last one where there are several. */
export function namedStatement(
  ...[facts, verb, kind, name]: Parameters<typeof lastNaming>
): StatementFacts | undefined {
  return lastNaming(facts, verb, kind, name)?.statement;
}

/** The statement that drops the object by its name, where none makes it again afterwards. */
export function droppedByName(
  facts: DatabaseFacts,
  kind: ObjectKind,
  name: string,
): StatementFacts | undefined {
  const dropped = lastNaming(facts, 'drop', kind, name);
  const created = lastNaming(facts, 'create', kind, name);
  return dropped !== undefined && dropped.at > (created?.at ?? -1) ? dropped.statement : undefined;
}

/** The statement that drops by its name an index that is gone or another one now. */
export function namingIndex(
  facts: DatabaseFacts,
  { change, name }: Pick<ObjectChange, 'change' | 'name'>,
): StatementFacts | undefined {
  return change === 'removed'
    ? droppedByName(facts, 'index', name)
    : namedStatement(facts, 'drop', 'index', name);
}

/** Renames of tables in the executed statements, by the new name. */
const tableRenamesTo = byName(({ named }: Naming) => (named.verb === 'rename-table' ? named.to : ''));

/** All names under which statements may have spoken of a table: its own, its former one, a rebuild's new table. */
function aliases(facts: DatabaseFacts, table: string): readonly string[] {
  const all = namings(executedStatements(facts));
  // Until when a statement may have meant this table by the name, counted in statements.
  const known = new Map([[foldName(table), Number.POSITIVE_INFINITY]]);
  const waiting = [foldName(table)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const until = known.get(name) ?? 0;
    for (const { at, named } of tableRenamesTo(all, name)) {
      const former = foldName(named.name);
      if (named.verb !== 'rename-table' || at >= until || (known.get(former) ?? -1) >= at) continue;
      known.set(former, at);
      waiting.push(former);
    }
  }
  return [...known.keys()];
}

/** The statements that write to a table by its name with one of the verbs. */
export function writingStatements(
  facts: DatabaseFacts,
  table: string,
  verbs: readonly StatementTarget['verb'][],
): StatementFacts[] {
  const all = namings(executedStatements(facts));
  const meant = aliases(facts, table)
    .flatMap((name) => namingsOfTable(all, name))
    .filter(({ named }) => verbs.includes(named.verb));
  const inOrder = meant.toSorted((left, right) => left.at - right.at);
  return [...new Set(inOrder.map(({ statement }) => statement))];
}

/** Where the reader should look: the only statement concerned, else the only file concerned, else nowhere. */
export function placeOf(
  facts: DatabaseFacts,
  statements: readonly StatementFacts[],
): { location?: Location } {
  const [only] = statements;
  if (only !== undefined && statements.length === 1)
    return { location: { file: only.file, line: only.line } };
  const files = filesOf(statements.length > 0 ? statements : executedStatements(facts));
  const [file] = files;
  return files.size === 1 && file !== undefined ? { location: { file } } : {};
}

const filesOf = once((statements: readonly StatementFacts[]) => new Set(statements.map(({ file }) => file)));

/** The rows for a finding; none measured, none shown. */
export function samplesOf(samples: SampleRow[] | undefined): { samples?: SampleRow[] } {
  return samples === undefined || samples.length === 0 ? {} : { samples };
}
