import type { Plan, StatementStep } from '../../../facts/plan.ts';
import type { MadeAndLost } from '../../../facts/rehearsal/rehearsal.ts';
import type { Index, Schema, Table, Trigger } from '../../../facts/schema.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { foldName, quoteName, sameName } from '../../../sql/quote.ts';
import {
  ancestry,
  followTables,
  type Lineage,
  nameAt,
  type TableVersion,
} from '../../compare/lineage/lineage.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { readSchema, SchemaCache } from '../../sqlite/read-schema.ts';
import type { RehearsalProgress } from '../progress.ts';
import { MadeHistory } from './made-history.ts';
import { orUnmeasured } from './related-schema.ts';

/** A table right before the statement that drops it, with what hangs on it. */
export interface Dying {
  table: Table;
  indexes: Index[];
  triggers: Trigger[];
  rows: number;
  /** By folded name, of columns to which the plan gave values: how many are there. */
  values: ReadonlyMap<string, number>;
}

/** One step of a rebuild: a table that was dropped, and the one that took its name. */
export interface Succession {
  from: TableVersion;
  to: TableVersion;
  /** What dropped the former. */
  statement: number;
  /** Folded name at the end of what the latter became. */
  last: string;
}

/**
 * Finds what the plan itself made and lost again when it rebuilt a table: columns, indexes, triggers, values and rows that
 * the new table does not take over and that no statement drops by name. The comparison of both ends cannot see them.
 */
export class MadeWatch {
  readonly #connection: Connection;
  readonly #steps: readonly StatementStep[];
  readonly #cache = new SchemaCache();
  readonly #before: Schema | undefined;
  /** Statements that drop a table of which something the plan made may be lost. */
  readonly #deaths: ReadonlyMap<number, TableVersion>;
  readonly #dying = new Map<number, Dying>();

  constructor(connection: Connection, plan: Plan) {
    this.#connection = connection;
    this.#steps = plan.steps.filter((step) => step.do === 'exec');
    const names = this.#steps.map((step) => step.names);
    this.#before = dropsWhatItMade(names)
      ? orUnmeasured(() => readSchema(connection, this.#cache))
      : undefined;
    const lineage = this.#before && followTables(this.#before.tables, names);
    this.#deaths = new Map(successions(lineage).map(({ from, statement }) => [statement, from]));
  }

  /** To be called before each statement. */
  hear(progress: RehearsalProgress): void {
    if (!('started' in progress)) return;
    const version = this.#deaths.get(progress.started);
    if (version === undefined) return;
    const dying = orUnmeasured(() => this.#lookAt(version, progress.started));
    if (dying !== undefined) this.#dying.set(progress.started, dying);
  }

  /** By statements that stay. */
  found(stays: (statement: number) => boolean): MadeAndLost[] {
    const before = this.#before;
    if (before === undefined || this.#dying.size === 0) return [];
    const names = this.#steps.map((step, at) => (stays(at) ? step.names : []));
    const after = orUnmeasured(() => readSchema(this.#connection, this.#cache));
    if (after === undefined) return [];
    const history = new MadeHistory(this.#steps, names, before, after);
    return successions(followTables(before.tables, names)).flatMap((one) => {
      const dying = this.#dying.get(one.statement);
      return dying === undefined ? [] : history.lostBetween(one, dying);
    });
  }

  #lookAt(version: TableVersion, statement: number): Dying | undefined {
    const schema = readSchema(this.#connection, this.#cache);
    const name = nameAt(version, statement - 1);
    const table = schema.tables.find((one) => foldName(one.name) === name);
    if (table === undefined) return undefined;
    const own = <Item extends { table: string }>(items: readonly Item[]) =>
      items.filter((item) => sameName(item.table, table.name));
    const filled = filledColumns(this.#steps, version, statement);
    const columns = table.columns.filter((column) => filled.has(foldName(column.name)));
    const counts = columns.map((column) => `, count(${quoteName(column.name)})`).join('');
    const [row = []] = this.#connection.rows(`SELECT count(*)${counts} FROM main.${quoteName(table.name)}`);
    const [rows = 0, ...values] = row.map(Number);
    return {
      table,
      indexes: own(schema.indexes),
      triggers: own(schema.triggers),
      rows,
      values: new Map(columns.map((column, at) => [foldName(column.name), values[at] ?? 0])),
    };
  }
}

/** A statement makes something in a table, and a later one drops a table: most plans have no such two. */
function dropsWhatItMade(names: readonly (readonly StatementTarget[])[]): boolean {
  const made = new Set<string>();
  for (const named of names.flat()) {
    if (named.verb === 'add-column') made.add(foldName(named.table));
    else if (named.verb === 'create' && named.kind === 'table') made.add(foldName(named.name));
    else if (named.verb === 'create' && named.on !== undefined) made.add(foldName(named.on));
    else if (named.verb === 'insert' || named.verb === 'upsert' || named.verb === 'update')
      made.add(foldName(named.name));
    else if (named.verb === 'rename-table' && made.delete(foldName(named.name))) made.add(foldName(named.to));
    else if (named.verb === 'drop' && named.kind === 'table' && made.has(foldName(named.name))) return true;
  }
  return false;
}

/** Of the tables that are there at the end. */
function successions(lineage: Lineage | undefined): Succession[] {
  return [...(lineage?.last ?? [])].flatMap(([last, version]) => {
    const chain = ancestry(version);
    return chain.flatMap((to, at): Succession[] => {
      const from = chain[at + 1];
      return from?.died === undefined ? [] : [{ from, to, statement: from.died, last }];
    });
  });
}

/** Columns to which statements gave values in a version of a table, up to a statement. */
function filledColumns(steps: readonly StatementStep[], version: TableVersion, until: number): Set<string> {
  const filled = new Set<string>();
  for (const [at, { names }] of steps.slice(0, until).entries()) {
    for (const named of names) {
      if (!('fills' in named) || nameAt(version, at) !== foldName(named.name)) continue;
      for (const column of named.fills ?? []) filled.add(foldName(column));
    }
  }
  return filled;
}
