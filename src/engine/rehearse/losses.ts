import type { Plan } from '../../facts/plan.ts';
import type { LostOnTheWay } from '../../facts/rehearsal.ts';
import type { Schema } from '../../facts/schema.ts';
import type { Named } from '../../facts/statement.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { readSchema, type SchemaCache } from '../sqlite/schema.ts';
import type { RehearsalProgress } from './progress.ts';
import { sideEffects } from './side-effects.ts';

/**
 * Sees rows that one statement of the plan made and a later one takes from a table that it does not name: by a foreign
 * key's ON DELETE CASCADE, or by a trigger. Nothing is left of them when the finished migration is compared. Only tables
 * for which both can be true are counted, around the statement in question, and with SELECTs alone.
 */
export class LossWatch {
  readonly #connection: Connection;
  readonly #names: readonly Named[][];
  readonly #found: LostOnTheWay[] = [];
  readonly #cache: SchemaCache = new Map();
  /** Folded names of the tables that may hold rows which the plan made. */
  readonly #made = new Set<string>();
  #schema: Schema | undefined;
  #version = -1;
  /** Rows of the tables that the running statement may take some from. */
  #counts: [table: string, rows: number][] = [];

  constructor(connection: Connection, plan: Plan) {
    this.#connection = connection;
    this.#names = plan.steps.flatMap((step) => (step.do === 'exec' ? [step.names] : []));
  }

  /** Told before and after each statement. */
  hear(progress: RehearsalProgress): void {
    if ('started' in progress) this.#before(this.#names[progress.started] ?? []);
    else if (progress.facts.status === 'done') this.#after(progress.at);
  }

  /** What was lost and not taken back. */
  found(rolledBack: (step: number) => boolean): LostOnTheWay[] {
    return this.#found.filter(({ step }) => !rolledBack(step));
  }

  #before(names: readonly Named[]): void {
    this.#counts = [];
    const schema = names.length === 0 ? undefined : this.#related();
    const { taken, given } = sideEffects(names, schema);
    for (const table of taken) {
      if (!this.#made.has(table)) continue;
      const rows = this.#count(table);
      if (rows !== undefined && rows > 0) this.#counts.push([table, rows]);
    }
    for (const table of given) this.#made.add(table);
  }

  #after(step: number): void {
    for (const [table, of] of this.#counts) {
      const now = this.#count(table) ?? of;
      if (now < of) this.#found.push({ table: this.#spelt(table), rows: of - now, of, step });
    }
    for (const named of this.#names[step] ?? []) this.#follow(named);
  }

  #follow(named: Named): void {
    if (named.verb === 'insert' || named.verb === 'upsert') this.#made.add(foldName(named.name));
    if (named.verb === 'create' && named.kind === 'table') this.#made.add(foldName(named.name));
    if (named.verb === 'drop' && named.kind === 'table') this.#made.delete(foldName(named.name));
    if (named.verb === 'rename-table' && this.#made.delete(foldName(named.name)))
      this.#made.add(foldName(named.to));
  }

  /** The schema as it is now, where anything in it can write to a table that is not named; read again when it changed. */
  #related(): Schema | undefined {
    const version = this.#connection.number('PRAGMA schema_version');
    if (version !== this.#version) {
      this.#version = version;
      this.#schema = this.#hasRelations() ? this.#read() : undefined;
    }
    if (this.#schema === undefined || this.#connection.number('PRAGMA foreign_keys') === 1)
      return this.#schema;
    return this.#schema.triggers.length === 0 ? undefined : withoutForeignKeys(this.#schema);
  }

  #hasRelations(): boolean {
    const related = "type = 'trigger' OR (type = 'table' AND sql LIKE '%CASCADE%')";
    return this.#connection.number(`SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE ${related})`) === 1;
  }

  #read(): Schema | undefined {
    try {
      return readSchema(this.#connection, this.#cache);
    } catch (error) {
      return unmeasured(error);
    }
  }

  #count(table: string): number | undefined {
    try {
      return this.#connection.number(`SELECT count(*) FROM main.${quoteName(table)} NOT INDEXED`);
    } catch (error) {
      return unmeasured(error);
    }
  }

  #spelt(folded: string): string {
    return this.#schema?.tables.find(({ name }) => foldName(name) === folded)?.name ?? folded;
  }
}

function withoutForeignKeys(schema: Schema): Schema {
  return { ...schema, tables: schema.tables.map((table) => ({ ...table, foreignKeys: [] })) };
}

/** A missing collation or module, or a damaged page, must not end the rehearsal: the measurements say so. */
function unmeasured(error: unknown): undefined {
  if (sqliteFailure(error) === undefined) throw error;
  return undefined;
}
