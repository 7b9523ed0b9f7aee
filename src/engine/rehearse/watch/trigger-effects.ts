import type { Plan, StatementStep } from '../../../facts/plan.ts';
import type { IgnoredRows, SideEffect, StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import type { Schema, Trigger } from '../../../facts/schema.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { type DataParts, dataPartsOf } from '../../../statements/data-parts.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { RehearsalProgress } from '../progress.ts';
import { sideEffects } from '../side-effects.ts';
import { subjectAfter } from '../subject.ts';
import { orUnmeasured, type RelatedSchema } from './related-schema.ts';

type DataTarget = Extract<StatementTarget, { verb: 'insert' | 'upsert' | 'update' | 'delete' }>;

/** How many rows a table has, and how many values each of its columns. */
interface Filling {
  rows: number;
  values: ReadonlyMap<string, number>;
}

/** What a statement should touch, with a trigger that may pass over rows. */
interface Met {
  trigger: string;
  rows: number;
  /** A row that is met several times is not counted so often. */
  isExact: boolean;
}

interface Found {
  table: string;
  rows: number;
  filled: Map<string, number>;
  statement: number;
  triggers: string[];
}

/** Counting may take so long altogether, whatever a plan of many statements does; the comparison tells of the rest. */
const MOST_MS = 2000;

/**
 * Finds what triggers do while a plan runs: rows and values that they give to tables which the statement does not name,
 * and rows that they keep a statement from touching. Counted before and after the statement, with SELECTs alone.
 */
export class TriggerWatch {
  readonly #connection: Connection;
  readonly #related: RelatedSchema;
  readonly #steps: readonly StatementStep[];
  readonly #found: Found[] = [];
  readonly #ignored: IgnoredRows[] = [];
  /** What is known of a table until a statement may have written to it. */
  readonly #known = new Map<string, Filling>();
  #watched: { table: string; before: Filling; triggers: string[] }[] = [];
  #met: Met | undefined;
  #changes = 0;
  #spentMs = 0;

  constructor(connection: Connection, plan: Plan, related: RelatedSchema) {
    this.#connection = connection;
    this.#related = related;
    this.#steps = plan.steps.filter((step) => step.do === 'exec');
  }

  /** To be called before and after each statement. */
  hear(progress: RehearsalProgress): void {
    if ('started' in progress) {
      const step = this.#steps[progress.started];
      if (step !== undefined) this.#before(step);
    } else if (progress.facts.status === 'done') this.#after(progress.at, progress.facts);
  }

  /** What statements that stay did, in tables that are still there. */
  sideEffects(stays: (statement: number) => boolean): SideEffect[] {
    return this.#found.flatMap(({ table, filled, statement, ...others }): SideEffect[] => {
      if (!stays(statement)) return [];
      const later = this.#steps
        .slice(statement + 1)
        .flatMap(({ names }, at) => (stays(statement + 1 + at) ? names : []));
      const values = [...filled].map(([column, count]) => ({ column, values: count }));
      return [{ table: subjectAfter({ table }, later).table, ...others, filled: values, statement }];
    });
  }

  /** Counting took too long, so that some may not have been seen. */
  get gaveUp(): boolean {
    return this.#spentMs > MOST_MS;
  }

  ignored(stays: (statement: number) => boolean): IgnoredRows[] {
    return this.#ignored.filter(({ statement }) => stays(statement));
  }

  #before({ sql, names }: StatementStep): void {
    this.#watched = [];
    this.#met = undefined;
    const target = names.find(isData);
    if (target === undefined) {
      // A statement that renames, drops or makes: what is known may be of another table.
      this.#known.clear();
      return;
    }
    const schema = this.#related.now();
    if (schema === undefined || schema.triggers.length === 0) return;
    this.#met = this.#rowsMet(sql, target, schema);
    const targets = names.flatMap((named) => ('name' in named ? [foldName(named.name)] : []));
    const { given } = sideEffects(names, schema);
    targets.push(...meantByView(target, schema));
    for (const table of given) {
      if (!targets.includes(table)) this.#watch(table, schema, target);
    }
    for (const name of targets) this.#known.delete(name);
    if (this.#watched.length > 0) this.#changes = this.#connection.number('SELECT total_changes()');
  }

  #watch(folded: string, schema: Schema, target: DataTarget): void {
    const table = schema.tables.find(({ name }) => foldName(name) === folded);
    // A search index is kept in step with what it indexes: nobody would name it.
    if (table === undefined || table.kind === 'virtual') return;
    const before =
      this.#known.get(folded) ??
      this.#fillingOf(
        table.name,
        table.columns.map(({ name }) => name),
      );
    if (before === undefined) return;
    this.#watched.push({ table: table.name, before, triggers: firing(schema, target, table.name) });
  }

  #after(statement: number, { rows = 0 }: StatementFacts): void {
    if (this.#met !== undefined && this.#met.rows > rows && (rows === 0 || this.#met.isExact)) {
      const { trigger, rows: met } = this.#met;
      this.#ignored.push({ statement, trigger, rows: met, skipped: met - rows });
    }
    if (this.#watched.length === 0) return;
    const all = this.#connection.number('SELECT total_changes()') - this.#changes;
    // Those of triggers are counted here alone (sqlite.org/c3ref/total_changes.html).
    const byTriggers = all > rows;
    for (const { table, before, triggers } of this.#watched) {
      const now = byTriggers ? this.#fillingOf(table, [...before.values.keys()]) : before;
      if (now === undefined) this.#known.delete(foldName(table));
      else this.#known.set(foldName(table), now);
      const added = Math.max(0, (now?.rows ?? 0) - before.rows);
      const filled = [...before.values].map(
        ([column, count]) => [column, (now?.values.get(column) ?? 0) - count] as const,
      );
      // Values that came with their rows are told with the rows.
      const some = new Map(added > 0 ? [] : filled.filter(([, count]) => count > 0));
      if (added + some.size > 0) this.#found.push({ table, rows: added, filled: some, statement, triggers });
    }
  }

  /** The rows that a statement should touch, where a trigger may pass over them. */
  #rowsMet(sql: string, target: DataTarget, { triggers }: Schema): Met | undefined {
    const own = triggers.filter((trigger) => foldName(trigger.table) === foldName(target.name));
    const guard = own.find((trigger) => mayIgnore(trigger, target));
    // What OR IGNORE passes over is nobody's else.
    if (guard === undefined || /\b(or|conflict)\b[^;]{0,99}\b(ignore|nothing)\b/i.test(sql)) return undefined;
    const parts = dataPartsOf(sql);
    const count = parts && countOf(parts);
    const rows = count && this.#timed(() => this.#connection.number(count));
    return rows ? { trigger: guard.name, rows, isExact: parts.from === undefined } : undefined;
  }

  #fillingOf(table: string, columns: readonly string[]): Filling | undefined {
    const counts = columns.map((column) => `, count(${quoteName(column)})`).join('');
    const sql = `SELECT count(*)${counts} FROM main.${quoteName(table)} NOT INDEXED`;
    const [row] = this.#timed(() => this.#connection.rows(sql)) ?? [];
    if (row === undefined) return undefined;
    const [rows = 0, ...values] = row.map(Number);
    return { rows, values: new Map(columns.map((column, at) => [column, values[at] ?? 0])) };
  }

  #timed<Result>(act: () => Result): Result | undefined {
    if (this.#spentMs > MOST_MS) return undefined;
    const start = performance.now();
    const result = orUnmeasured(act);
    this.#spentMs += performance.now() - start;
    return result;
  }
}

function isData(named: StatementTarget): named is DataTarget {
  return (
    named.verb === 'insert' || named.verb === 'upsert' || named.verb === 'update' || named.verb === 'delete'
  );
}

const EVENTS: Readonly<Record<DataTarget['verb'], RegExp>> = {
  insert: / insert on /,
  upsert: / (insert on|update (of|on)) /,
  update: / update (of|on) /,
  delete: / delete on /,
};

/** Folded names of the tables that a write to a view means: its INSTEAD OF triggers write to them. */
function meantByView({ name }: DataTarget, { tables, triggers }: Schema): string[] {
  if (tables.some((table) => foldName(table.name) === foldName(name))) return [];
  const texts = triggers
    .filter(({ table }) => foldName(table) === foldName(name))
    .map(({ definition }) => definition);
  return tables
    .map((table) => foldName(table.name))
    .filter((table) => texts.some((text) => text.includes(table)));
}

/** Triggers of the statement's target on its event that name the table. */
function firing({ triggers }: Schema, target: DataTarget, table: string): string[] {
  const isMeant = ({ table: owner, definition }: Trigger) =>
    foldName(owner) === foldName(target.name) &&
    EVENTS[target.verb].test(headOf(definition)) &&
    definition.includes(foldName(table));
  return triggers.filter(isMeant).map(({ name }) => name);
}

/** It fires before rows are touched, or in their place, and can pass over them. */
function mayIgnore({ definition }: Trigger, { verb }: DataTarget): boolean {
  // Rows of a view are never counted as touched.
  if (/ instead of /.test(headOf(definition))) return false;
  return EVENTS[verb].test(headOf(definition)) && /\braise ?\( ?ignore ?\)/.test(definition);
}

/** Up to its body. */
function headOf(definition: string): string {
  return definition.slice(0, Math.max(0, definition.search(/ begin /)));
}

function countOf({ verb, lead, target, from, where, source }: DataParts): string | undefined {
  if (verb === 'insert') return source === undefined ? undefined : `${lead} SELECT count(*) FROM (${source})`;
  const tables = from === undefined ? target : `${target}, ${from}`;
  return `${lead} SELECT count(*) FROM ${tables}${where === undefined ? '' : ` WHERE ${where}`}`;
}
