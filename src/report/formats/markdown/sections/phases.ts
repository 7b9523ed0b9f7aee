import type { ObjectChange } from '../../../../facts/changes.ts';
import type { PendingMigration } from '../../../../facts/plan.ts';
import type { StatementFacts } from '../../../../facts/rehearsal/rehearsal.ts';
import type { StatementTarget } from '../../../../facts/statement.ts';
import { sameName } from '../../../../sql/quote.ts';
import { counted, whole } from '../../../../text/numbers.ts';
import { code } from '../../../shared/escape.ts';
import { phaseName } from '../../../shared/reading.ts';
import { duration, total } from '../../../shared/units.ts';
import { listed, nested } from '../parts.ts';
import { objectLines } from './object-list.ts';

/** The phases as executed, and the differences that none of their statements names. */
export interface Phases {
  /** Markdown of one bullet each. */
  items: string[];
  rest: ObjectChange[];
}

interface Phase {
  file: string;
  name: string;
  statements: StatementFacts[];
  /** Names of its statements that stayed applied. */
  names: StatementTarget[];
}

/**
 * What each phase did: a difference between before and after belongs to the last phase that names it, or its table, in
 * a statement that stayed applied. Statements alone prove nothing: CREATE IF NOT EXISTS may have found what it wanted.
 */
export function phasesOf(
  pending: readonly PendingMigration[],
  statements: readonly StatementFacts[],
  objects: readonly ObjectChange[],
): Phases {
  const phases = [...Map.groupBy(statements, phaseName)].map(
    ([name, own]): Phase => ({
      file: own[0]?.file ?? '',
      name,
      statements: own,
      names: stayed(own).flatMap(({ names }) => names),
    }),
  );
  const owners = new Map(objects.map((object) => [object, ownerOf(object, phases)]));
  const empty = pending.filter(({ statements }) => statements === 0).map(({ file }) => file);
  const files = new Set([...pending, ...phases].map(({ file }) => file));
  return {
    items: [...files].flatMap((file) => [
      ...phases.filter((phase) => phase.file === file).map((phase) => item(phase, owners)),
      ...(empty.includes(file) ? [`${code(file)}: no statement`] : []),
    ]),
    rest: objects.filter((object) => owners.get(object) === undefined),
  };
}

function item(phase: Phase, owners: ReadonlyMap<ObjectChange, Phase | undefined>): string {
  const made = [...owners].filter(([, owner]) => owner === phase).map(([object]) => object);
  const lines = [...objectLines(made), ...rowLines(stayed(phase.statements))];
  return nested(`${code(phase.name)}: ${progress(phase.statements)}`, lines);
}

function stayed(statements: readonly StatementFacts[]): StatementFacts[] {
  return statements.filter(({ status, rolledBack }) => status === 'done' && !rolledBack);
}

function ownerOf(object: ObjectChange, phases: readonly Phase[]): Phase | undefined {
  return (
    phases.findLast(({ names }) => names.some((named) => namesItself(named, object))) ??
    phases.findLast(({ names }) => names.some((named) => namesTable(named, object)))
  );
}

/** The statement has the object for its target. */
function namesItself(
  named: StatementTarget,
  { kind, name, table = '', columns = [] }: ObjectChange,
): boolean {
  switch (named.verb) {
    case 'create':
    case 'drop':
      return named.kind === kind && sameName(named.name, name);
    case 'rename-table':
      return kind === 'table' && sameName(named.to, name);
    case 'rename-column':
      return kind === 'column' && sameName(named.table, table) && sameName(named.to, name);
    case 'add-column':
    case 'drop-column': {
      // A foreign key or constraint may come and go with its column.
      const concerned = kind === 'column' ? [name] : columns;
      const inTable = kind === 'column' || kind === 'constraint' || kind === 'foreign-key';
      return inTable && sameName(named.table, table) && concerned.some((one) => sameName(one, named.name));
    }
    default:
      return false;
  }
}

/** The statement makes, drops, renames or alters the table that the object belongs to. */
function namesTable(named: StatementTarget, { table }: ObjectChange): boolean {
  if (table === undefined) return false;
  if (named.verb === 'rename-table') return sameName(named.to, table);
  if (named.verb === 'create' || named.verb === 'drop')
    return named.kind === 'table' && sameName(named.name, table);
  return named.verb === 'alter' && sameName(named.name, table);
}

function progress(statements: readonly StatementFacts[]): string {
  const done = statements.filter(({ status }) => status === 'done');
  const undone = done.filter(({ rolledBack }) => rolledBack).length;
  const ms = total(statements, (statement) => statement.ms ?? 0);
  const ran =
    done.length === statements.length
      ? `${counted(done.length, 'statement')} ran`
      : `${whole(done.length)} of ${counted(statements.length, 'statement')} ran`;
  return [
    ran,
    ...(undone > 0 ? [`${whole(undone)} rolled back`] : []),
    ...(ms > 0 ? [duration(ms)] : []),
  ].join(', ');
}

const WORDS = {
  insert: 'inserted',
  upsert: 'inserted or updated',
  update: 'updated',
  delete: 'deleted',
} as const;

/** Rows that the statements themselves touched, for each way and table. */
function rowLines(statements: readonly StatementFacts[]): string[] {
  const touched = statements.flatMap(({ names, rows = 0 }) => {
    const target = names.find((named) => named.verb in WORDS);
    return target === undefined || rows === 0
      ? []
      : [{ verb: target.verb as keyof typeof WORDS, name: 'name' in target ? target.name : '', rows }];
  });
  return [...Map.groupBy(touched, ({ verb }) => verb)].map(([verb, own]) => {
    const tables = [...Map.groupBy(own, ({ name }) => name)].map(
      ([name, entries]) => `${code(name)} ${whole(total(entries, ({ rows }) => rows))}`,
    );
    return `rows ${WORDS[verb]}: ${listed(tables)}`;
  });
}
