import type { ObjectChange, TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { HealthFacts, Unchecked } from '../../facts/health.ts';
import type { RehearsalFacts, StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { duration, total } from './units.ts';

/** What several reports read out of the facts. */

/** The name of a statement's phase: its file, and its `-- phase:` where it has one. */
export function phaseName({ file, phase }: StatementFacts): string {
  return phase === undefined ? file : `${file}: ${phase}`;
}

/** The name that a table of *after* had in *before*. */
export function formerTable({ changes }: DatabaseFacts, table: string): string {
  return changes?.renames.find(({ kind, to }) => kind === 'table' && to === table)?.from ?? table;
}

/** The name that a column of *after* had in *before*; `table` is the name in *after*. */
export function columnBefore({ changes }: DatabaseFacts, table: string, column: string): string {
  const renamed = changes?.renames.find(
    (rename) => rename.kind === 'column' && rename.table === table && rename.to === column,
  );
  return renamed?.from ?? column;
}

/** Nothing stood in the way of this check on any table. */
export function wasMeasured({ unchecked }: HealthFacts, check: Unchecked['check']): boolean {
  return !unchecked.some((note) => note.check === check);
}

/** Statements that ran, changed something or may have, and stayed. */
export function keptStatements({ statements }: RehearsalFacts): StatementFacts[] {
  return statements.filter(
    ({ status, writes, rolledBack }) => status === 'done' && writes === true && !rolledBack,
  );
}

/** `at least 3 commits`. */
export function commandCommits({ command, rehearsal }: DatabaseFacts): string {
  if (rehearsal.commitsUnknown) return 'commits unknown';
  return `${command?.commitsAtLeast ? 'at least ' : ''}${counted(rehearsal.commits, 'commit')}`;
}

/** How a command ended: a verb and what goes with it. */
export function endOf({ command, rehearsal }: DatabaseFacts): string {
  const { exitCode, signal, ms } = command ?? {};
  const spent = ms === undefined ? '' : ` after ${duration(ms)}`;
  if (exitCode !== undefined) return `ended with exit code ${exitCode}${spent}`;
  if (signal !== undefined) return `was ended by ${signal}${spent}`;
  if (rehearsal.outcome === 'timeout') return `was killed at its deadline${spent}`;
  return rehearsal.outcome === 'not-run' ? 'was not run' : `was interrupted${spent}`;
}

/** `26 indexes added`, one entry for each kind and way of change, in the order of the facts. */
export function objectCounts(objects: readonly ObjectChange[]): string[] {
  const groups = Map.groupBy(objects, ({ kind, change }) => `${kind} ${change}`);
  return [...groups.values()].map((group) => {
    const { kind, change } = group[0] as ObjectChange;
    return `${counted(group.length, ...kindWords(kind))} ${change}`;
  });
}

/** The word for one object of a kind, and for several. */
export function kindWords(kind: ObjectChange['kind']): [string, string] {
  const word = kind.replace('-', ' ');
  return [word, word.endsWith('index') ? `${word}es` : `${word}s`];
}

export const WAYS = ['filled', 'changed', 'nulled', 'retyped'] as const;

/** Values that differ in one way, in all tables; those that statements filled into new columns among them. */
export function valuesOf(facts: DatabaseFacts, way: (typeof WAYS)[number]): number {
  const tables = facts.changes?.tables ?? [];
  const changed = total(tables, ({ columns }) => total(columns, (column) => column[way]));
  return way === 'filled'
    ? changed + total(tables, (table) => total(backfilled(facts, table), ({ filled }) => filled))
    : changed;
}

/** Values that statements gave to rows which were there before, in columns that are new. */
export function backfilled({ rehearsal }: DatabaseFacts, { table, newColumns = [] }: TableChange) {
  if (newColumns.length === 0) return [];
  const kept = rehearsal.statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack);
  const names = kept.flatMap((statement) => statement.names);
  // A rebuild fills its table under another name.
  const own = names.flatMap((named) =>
    named.verb === 'rename-table' && sameName(named.to, table) ? [named.name] : [],
  );
  const writes = names.filter(
    (named) => FILLING.has(named.verb) && [table, ...own].some((name) => sameName(name, named.name)),
  );
  return newColumns.filter(({ column }) =>
    writes.some(
      (named) =>
        !('fills' in named) ||
        named.fills === undefined ||
        named.fills.some((name) => sameName(name, column)),
    ),
  );
}

const FILLING = new Set(['insert', 'upsert', 'update']);
