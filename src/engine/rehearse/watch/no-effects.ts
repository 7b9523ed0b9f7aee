import type { Plan } from '../../../facts/plan.ts';
import type { NoEffect } from '../../../facts/rehearsal/rehearsal.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { leadingTokens } from '../../../sql/tokens.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { sqliteFailure } from '../../sqlite/errors.ts';
import type { RehearsalProgress } from '../progress.ts';
import { Catalogue, type Catalogued } from './catalogue.ts';
import { lackingParts } from './existing-object.ts';

type Conditional = Extract<StatementTarget, { verb: 'create' | 'drop' }>;

/** Finds statements that SQLite passes over: IF NOT EXISTS over something else of that name, IF EXISTS over nothing. */
export class NoEffectWatch {
  readonly #connection: Connection;
  readonly #steps: readonly { sql: string; names: readonly StatementTarget[] }[];
  readonly #found: NoEffect[] = [];
  #catalogue = new Catalogue([]);
  #version = -1;

  constructor(connection: Connection, plan: Plan) {
    this.#connection = connection;
    this.#steps = plan.steps.flatMap((step) => (step.do === 'exec' ? [step] : []));
  }

  /** To be called before each statement. */
  hear(progress: RehearsalProgress): void {
    if (!('started' in progress)) return;
    const { sql, names } = this.#steps[progress.started] ?? { sql: '', names: [] };
    const named = names.find((one): one is Conditional => one.verb === 'create' || one.verb === 'drop');
    if (named === undefined || !isConditional(sql)) return;
    const found = this.#look(named, sql);
    if (found !== undefined) this.#found.push({ ...found, statement: progress.started });
  }

  /** Of the statements that stay. */
  found(stays: (statement: number) => boolean): NoEffect[] {
    return this.#found.filter(({ statement }) => stays(statement));
  }

  #look({ verb, kind, name }: Conditional, sql: string): Omit<NoEffect, 'statement'> | undefined {
    try {
      this.#read();
      const existing = this.#catalogue.find(kind, name);
      if (verb === 'drop') return existing ? undefined : { kind: 'absent', object: { kind, name } };
      const lacks = existing && lackingParts(sql, kind, existing, this.#catalogue);
      return lacks && lacks.length > 0 ? { kind: 'exists', object: { kind, name }, lacks } : undefined;
    } catch (error) {
      // What cannot be read here must not end the rehearsal.
      if (sqliteFailure(error) === undefined) throw error;
      return undefined;
    }
  }

  #read(): void {
    const version = this.#connection.number('PRAGMA schema_version');
    if (version === this.#version) return;
    this.#version = version;
    const columns = 'type, name, tbl_name AS "table", sql';
    const rows = this.#connection.objects<Catalogued>(
      `SELECT ${columns} FROM temp.sqlite_schema UNION ALL SELECT ${columns} FROM main.sqlite_schema`,
    );
    this.#catalogue = new Catalogue(rows);
  }
}

/** `CREATE UNIQUE INDEX IF` is the longest. */
function isConditional(sql: string): boolean {
  return leadingTokens(sql, 4).some(
    ({ kind, start, end }) => kind === 'word' && sql.slice(start, end).toLowerCase() === 'if',
  );
}
