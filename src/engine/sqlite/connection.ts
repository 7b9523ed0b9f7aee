import Database from 'better-sqlite3';
import type { SqlLimits } from '../../facts/plan.ts';
import type { DriverName } from '../../facts/rehearsal/rehearsal.ts';
import type { Driver, Instruction, SqlValue } from './driver.ts';
import { nodeDriver } from './node-driver.ts';

/**
 * One open database, whichever driver opened it. The only file that knows better-sqlite3.
 * Values come back as SQLite holds them: integers are bigint-safe only where `count` or `number` reads them.
 */
export class Connection {
  readonly #driver: Driver;

  private constructor(driver: Driver) {
    this.#driver = driver;
  }

  /**
   * Opens a private copy; `path` is always one that we named ourselves. `check` writes no more than `read`, but opens the
   * file for writing: SQLite drops the CHECK constraints of a file that is opened read-only, and does not check them. The
   * other drivers only write.
   */
  static open(
    path: string,
    mode: 'read' | 'check' | 'write',
    driver: DriverName = 'better-sqlite3',
  ): Connection {
    if (driver === 'node:sqlite' || driver === 'limited')
      return new Connection(nodeDriver(path, mode, driver === 'limited'));
    const db = new Database(path, { readonly: mode === 'read', fileMustExist: true });
    // With its defences up, SQLite does not even read a schema with a trigger on a table that has the name of a shadow
    // table. They keep nobody from reading.
    if (driver === 'undefended' || mode !== 'write') db.unsafeMode(true);
    // The schema is somebody else's. Only the rehearsal, which writes, needs production's default.
    if (mode !== 'write') db.pragma('trusted_schema=OFF');
    if (mode === 'check') db.pragma('query_only=ON');
    return new Connection(betterDriver(db));
  }

  /**
   * Makes a new database to restore a dump into. Dumps write virtual tables straight into the schema, which SQLite
   * allows only with its defences down.
   */
  static create(path: string): Connection {
    const db = new Database(path);
    db.unsafeMode(true);
    db.exec('PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF');
    return new Connection(betterDriver(db));
  }

  /** Opens a private copy to edit its schema by hand. Nobody may read it as the user's database afterwards. */
  static undefended(path: string): Connection {
    const db = new Database(path, { fileMustExist: true });
    db.unsafeMode(true);
    db.exec('PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF');
    return new Connection(betterDriver(db));
  }

  /** Runs a statement to its end and throws its rows away; unbound parameters are NULL, as in the sqlite3 shell. */
  exec(sql: string): void {
    this.#driver.exec(sql);
  }

  /** Rows as arrays in column order; text as string, integers as bigint, reals as number. */
  rows(sql: string, ...parameters: SqlValue[]): SqlValue[][] {
    return this.#driver.rows(sql, parameters);
  }

  /** Rows by column name; for SQLite's own catalogue, whose column names are known. Integers as numbers. */
  objects<Row>(sql: string, ...parameters: SqlValue[]): Row[] {
    return this.#driver.objects(sql, parameters) as Row[];
  }

  /** The first value of the first row as a number. */
  number(sql: string, ...parameters: SqlValue[]): number {
    return Number(this.rows(sql, ...parameters)[0]?.[0] ?? 0);
  }

  /** The first value of the first row as text. */
  text(sql: string, ...parameters: SqlValue[]): string {
    return String(this.rows(sql, ...parameters)[0]?.[0] ?? '');
  }

  /** Compiles one statement and does not run it. */
  compile(sql: string): void {
    this.#driver.compile(sql);
  }

  /** `false` when the statement could change a database file. Compiles it, which runs flag pragmas. */
  isReadOnly(sql: string): boolean {
    return this.#driver.isReadOnly(sql);
  }

  /** The program that SQLite makes of one statement; nothing runs. */
  program(sql: string): Instruction[] {
    return this.#driver.program(sql);
  }

  /** How many rows a SELECT returns. None is kept. */
  count(sql: string): number {
    let rows = 0;
    for (const _ of this.#driver.iterate(sql)) rows += 1;
    return rows;
  }

  /** Rows as arrays, none kept; integers as bigint. */
  each(sql: string): Iterable<SqlValue[]> {
    return this.#driver.each(sql);
  }

  /** Runs `act` under lower limits, where the library can set them: our own statements may be longer than the migration's. */
  limited<Result>(limits: SqlLimits | undefined, act: () => Result): Result {
    if (limits === undefined || this.#driver.limit === undefined) return act();
    this.#driver.limit(limits);
    try {
      return act();
    } finally {
      this.#driver.limit(undefined);
    }
  }

  get inTransaction(): boolean {
    return this.#driver.inTransaction;
  }

  close(): void {
    this.#driver.close();
  }
}

/** Asked around every statement of a migration. */
const COUNTERS: ReadonlySet<string> = new Set(['SELECT changes()', 'SELECT total_changes()']);

function betterDriver(db: Database.Database): Driver {
  const prepare = (sql: string) => db.prepare<SqlValue[], SqlValue[]>(sql).raw().safeIntegers();
  // A statement that nobody needs any more is freed when the event loop runs, which is after the last one of the plan:
  // prepared anew each time, those of 100,000 statements fill the memory.
  const counters = new Map<string, ReturnType<typeof prepare>>();
  const counter = (sql: string) => {
    const known = counters.get(sql) ?? prepare(sql);
    counters.set(sql, known);
    return known;
  };
  return {
    exec: (sql) => void db.exec(sql),
    rows: (sql, parameters) => (COUNTERS.has(sql) ? counter(sql) : prepare(sql)).all(...parameters),
    objects: (sql, parameters) => db.prepare(sql).all(...parameters),
    iterate: (sql) => db.prepare(sql).raw().iterate(),
    each: (sql) => prepare(sql).iterate(),
    compile: (sql) => void db.prepare(sql),
    isReadOnly: (sql) => db.prepare(sql).readonly,
    // Unlike a prepared EXPLAIN it needs no parameters; the types do not know it.
    program: (sql) => (db as unknown as { explain(sql: string): Instruction[] }).explain(sql),
    get inTransaction() {
      return db.inTransaction;
    },
    close: () => void db.close(),
  };
}

/** The version of SQLite that is compiled in. Asked of an empty database: on a damaged one even this can fail. */
export function sqliteVersion(): string {
  const db = new Database(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}

/** Runs `act` on a connection and closes it whatever happens. */
export function withConnection<Result>(
  path: string,
  mode: 'read' | 'check' | 'write',
  act: (connection: Connection) => Result,
  driver: DriverName = 'better-sqlite3',
): Result {
  const connection = Connection.open(path, mode, driver);
  try {
    return act(connection);
  } finally {
    connection.close();
  }
}
