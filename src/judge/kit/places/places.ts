import type { Rename } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Location } from '../../../facts/finding.ts';
import type { ForeignKeyMismatch } from '../../../facts/health.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { sameName, sameNames } from '../../../sql/quote.ts';
import {
  executedStatements,
  nameBefore,
  objectChanges,
  placeOf,
  tablesNamed,
  writingStatements,
} from '../view.ts';
import { placeOfObject } from './causes.ts';

/** Places of findings about the schema, from what the statements name: no replay follows these. */

type Place = { location?: Location };

/** Where a foreign key began to be none that SQLite can enforce: its parent went, or it came. */
export function placeOfMismatch(
  facts: DatabaseFacts,
  { table, columns, parent, parentColumns }: ForeignKeyMismatch,
): Place {
  const executed = executedStatements(facts);
  const isGone = (named: StatementTarget) =>
    (named.verb === 'drop' && named.kind === 'table' && sameName(named.name, parent)) ||
    (named.verb === 'rename-table' && sameName(named.name, parent));
  const gone = executed.findLastIndex(({ names }) => names.some(isGone));
  const maker = wasKeyOf(facts, table, columns) ? undefined : madeBy(facts, table, columns);
  const made = maker === undefined ? -1 : executed.indexOf(maker);
  const at = Math.max(gone, made);
  const [statement] = at === -1 ? [] : [executed[at]];
  if (statement !== undefined && (gone !== -1 || !changesParent(facts, parent, parentColumns)))
    return placeOf(facts, [statement]);
  const lost = changesParent(facts, parent, parentColumns);
  const named = statementsNaming(facts, parent, (one) => one.verb === 'create' && one.kind === 'table');
  return lost === undefined ? placeOf(facts, named) : placeOfObject(facts, lost, named);
}

/** The table had a foreign key on these columns before. */
function wasKeyOf(facts: DatabaseFacts, table: string, columns: readonly string[]): boolean {
  const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
  return former?.foreignKeys.some((key) => sameNames(key.columns, columns)) ?? false;
}

/** The statement that made the child, or the column that holds the key. */
function madeBy(facts: DatabaseFacts, table: string, columns: readonly string[]): StatementFacts | undefined {
  const made = statementsNaming(
    facts,
    table,
    (named) =>
      (named.verb === 'create' && named.kind === 'table') ||
      (named.verb === 'add-column' && columns.some((column) => sameName(column, named.name))),
  );
  return made.at(-1);
}

/** What the parent lost of the columns, or of what made them unique. */
function changesParent(facts: DatabaseFacts, parent: string, columns: readonly string[]) {
  return objectChanges(facts).find(({ kind, name, table = '', columns: own = [], change }) => {
    if (!['column', 'constraint', 'index'].includes(kind) || !sameName(table, parent)) return false;
    const concerned = kind === 'column' ? [name] : own;
    // Of an index the columns are not always known.
    const isConcerned = (kind === 'index' && own.length === 0) || concerned.some(isKey);
    return isConcerned && (change === 'removed' || change === 'changed');
  });

  function isKey(column: string): boolean {
    return columns.some((one) => sameName(one, column));
  }
}

/** Where the number of an AUTOINCREMENT table went: with the table that had it, or by a write to the numbers. */
export function placeOfSequence(facts: DatabaseFacts, former: string): Place {
  const writes = writingStatements(facts, 'sqlite_sequence', ['update', 'delete', 'upsert', 'insert']);
  const executed = executedStatements(facts);
  const drop = dropOf(executed, former);
  const later =
    drop === undefined ? writes : writes.filter((one) => executed.indexOf(one) > executed.indexOf(drop));
  const taking = later.findLast(({ names }) => names.some(({ verb }) => verb !== 'insert')) ?? drop;
  return placeOf(facts, taking === undefined ? writes : [taking]);
}

/** The statement that dropped a table of *before*, which may have set it aside under another name first. */
function dropOf(executed: readonly StatementFacts[], former: string): StatementFacts | undefined {
  let name = former;
  for (const statement of executed) {
    for (const named of statement.names) {
      if (named.verb === 'rename-table' && sameName(named.name, name)) name = named.to;
      if (named.verb === 'drop' && named.kind === 'table' && sameName(named.name, name)) return statement;
    }
  }
  return undefined;
}

/** The statement that gave the name; where a copy has it, the one that made the copy. */
export function placeOfRename(facts: DatabaseFacts, { kind, table, from, to }: Rename): Place {
  const executed = executedStatements(facts);
  const last = (isMeant: (named: StatementTarget) => boolean) =>
    executed.findLast(({ names }) => names.some(isMeant));
  const statement =
    kind === 'table'
      ? (last((named) => named.verb === 'rename-table' && sameName(named.to, to)) ??
        last((named) => named.verb === 'create' && named.kind === 'table' && sameName(named.name, to)))
      : (statementsNaming(
          facts,
          table,
          (named) => named.verb === 'rename-column' && sameName(named.to, to),
        ).at(-1) ??
        statementsNaming(
          facts,
          table,
          (named) =>
            (named.verb === 'add-column' && sameName(named.name, to)) ||
            (named.verb === 'create' && (named.columns ?? []).some((name) => sameName(name, to))) ||
            (named.verb === 'drop-column' && sameName(named.name, from)),
        )[0]);
  return placeOf(facts, statement === undefined ? [] : [statement]);
}

/** The last statement that gave values to the column; where none lists it, as before. */
export function placeOfBackfill(facts: DatabaseFacts, table: string, column: string): Place {
  const statements = writingStatements(facts, table, ['update', 'insert', 'upsert']);
  const filling = statements.filter(
    ({ names, rows }) =>
      rows !== 0 &&
      names.some((named) => 'fills' in named && (named.fills ?? []).some((name) => sameName(name, column))),
  );
  const last = filling.findLast(({ names }) => names.some(({ verb }) => verb === 'update')) ?? filling.at(-1);
  return placeOf(facts, last === undefined ? statements : [last]);
}

/** Where the way back goes wrong: the step of a down migration that names the table, else where the first of them begins. */
export function placeOfRollback({ plan }: DatabaseFacts, names: readonly string[]): Place {
  const steps = (plan?.rollback ?? []).flatMap((step) => (step.do === 'exec' ? [step] : []));
  const isMeant = (named: StatementTarget) =>
    names.some(
      (name) => sameName(name, 'table' in named ? named.table : named.name) || sameName(name, named.name),
    );
  const step = steps.find((one) => one.names.some(isMeant)) ?? steps[0];
  return step === undefined ? {} : { location: { file: step.file, line: step.line } };
}

/** Statements that name the table, under whatever name it had then. */
function statementsNaming(
  facts: DatabaseFacts,
  table: string,
  isMeant: (named: StatementTarget) => boolean,
): StatementFacts[] {
  const verbs = ['create', 'drop', 'add-column', 'drop-column', 'rename-column'] as const;
  return writingStatements(facts, table, verbs).filter(({ names }) => names.some(isMeant));
}
