import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { quoteName } from '../../sql/quote.ts';

/** One thing that a view or trigger does itself, as SQLite understood its names. */
export interface Access {
  verb: 'read' | 'insert' | 'update' | 'delete';
  table: string;
  /** Of what is read or updated; absent for a row as a whole. */
  column?: string;
}

interface Seen {
  access: Access;
  /** The view or trigger in whose text it stands; empty for the statement itself. */
  within: string;
}

/** Action codes of the authorizer (sqlite.org/c3ref/c_alter_table.html). */
const VERBS: Readonly<Record<number, Access['verb']>> = {
  9: 'delete',
  18: 'insert',
  20: 'read',
  23: 'update',
};

const ALLOW = 0;
const PROBE = '"preflight probe"';
const PROBING = 'preflight trigger';

/** What a trigger watches and does, as much as a probe needs of it. */
export interface Probed {
  event: 'insert' | 'update' | 'delete';
  /** Everything behind the table's name. */
  action: string;
  /** All columns of its table or view, the hidden ones included. */
  columns: readonly string[];
  table: string;
}

/**
 * Tells which columns the names in views and triggers mean: SQLite asks an authorizer about each while it compiles them,
 * in the order of the text. Nothing runs. Text in double quotes is taken as most drivers of production take it.
 */
export class Resolver {
  readonly #db: DatabaseSync;
  #seen: Seen[] = [];
  #tableInfo: StatementSync | undefined;
  readonly #known = new Set<string>();

  /** `path`: a sealed copy. */
  constructor(path: string) {
    // Loaded only when it is needed: it prints a warning that it is new.
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
    this.#db = new Database(path, {
      readOnly: true,
      enableDoubleQuotedStringLiterals: true,
      enableForeignKeyConstraints: false,
      // With its defences up, SQLite reads no schema with a trigger on a table that is called like a shadow table.
      defensive: false,
    });
    this.#db.setAuthorizer((action, table, column, _schema, within) => {
      const verb = VERBS[action];
      if (verb !== undefined && table !== null)
        this.#seen.push({ access: { verb, table, ...(column && { column }) }, within: within ?? '' });
      return ALLOW;
    });
  }

  /** `own`: what the view does itself; `all`: with the views that it reads. `undefined`: it does not compile here. */
  view(name: string): { own: Access[]; all: Access[] } | undefined {
    const seen = this.#compile(() => this.#db.prepare(`SELECT * FROM main.${quoteName(name)} LIMIT 0`));
    if (seen === undefined) return undefined;
    const within = seen.filter((one) => one.within !== '');
    return {
      own: within.filter((one) => one.within === name).map(({ access }) => access),
      all: within.map(({ access }) => access),
    };
  }

  /** What the trigger does itself, alone on an empty table with the columns of its own. */
  trigger({ event, action, columns, table }: Probed): Access[] | undefined {
    const names = columns.map(quoteName);
    try {
      this.#db.exec(`CREATE TEMP TABLE ${PROBE} (${names.join(', ')})`);
      this.#db.exec(`CREATE TEMP TRIGGER ${quoteName(PROBING)} AFTER ${event} ON ${PROBE} ${action}`);
      const seen = this.#compile(() => this.#db.prepare(firing(event, names)));
      return seen
        ?.filter(({ within }) => within === PROBING)
        .map(({ access }) => (quoteName(access.table) === PROBE ? { ...access, table } : access));
    } catch {
      return undefined;
    } finally {
      this.#db.exec(`DROP TABLE IF EXISTS temp.${PROBE}`);
    }
  }

  /** Columns of a table or view, as PRAGMA table_xinfo tells them; none where it does not compile. */
  columns(name: string): { name: string; hidden: number }[] {
    this.#tableInfo ??= this.#db.prepare('SELECT name, hidden FROM pragma_table_xinfo(?)');
    try {
      return this.#tableInfo.all(name).map((row) => ({ name: String(row.name), hidden: Number(row.hidden) }));
    } catch {
      return [];
    }
  }

  close(): void {
    this.#db.close();
  }

  #compile(act: () => void): Seen[] | undefined {
    this.#seen = [];
    try {
      act();
      return this.#seen;
    } catch (error) {
      const missing = /^(?:no such|unknown) function: (.+?)(?:\(\))?$/.exec(
        error instanceof Error ? error.message : '',
      )?.[1];
      // The application's own: what its arguments are does not depend on what it does.
      if (missing === undefined || this.#known.has(missing)) return undefined;
      this.#known.add(missing);
      this.#db.function(missing, { varargs: true }, () => null);
      return this.#compile(act);
    }
  }
}

function firing(event: Probed['event'], columns: readonly string[]): string {
  if (event === 'insert') return `INSERT INTO temp.${PROBE} DEFAULT VALUES`;
  if (event === 'delete') return `DELETE FROM temp.${PROBE}`;
  return `UPDATE temp.${PROBE} SET ${columns.map((name) => `${name} = ${name}`).join(', ')}`;
}
