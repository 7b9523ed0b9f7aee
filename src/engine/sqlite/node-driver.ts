import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Driver, Instruction, SqlValue } from './driver.ts';

/**
 * Opens the file with Node's own SQLite, which takes text in double quotes; foreign keys and defences are SQLite's
 * defaults. `strict`: all three as better-sqlite3 has them.
 */
export function nodeDriver(path: string, mode: 'read' | 'check' | 'write', strict = false): Driver {
  // Loaded only when it is needed: it prints a warning that it is new.
  const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
  const db = new Database(path, {
    enableDoubleQuotedStringLiterals: !strict,
    enableForeignKeyConstraints: strict,
    defensive: strict,
    readOnly: mode === 'read',
  });
  if (mode !== 'write') db.exec('PRAGMA trusted_schema=OFF');
  const usual = { ...db.limits };
  return {
    exec: (sql) => named(() => db.exec(sql)),
    rows: (sql, parameters) => named(() => rowsOf(db, sql, parameters)),
    objects: (sql, parameters) => named(() => db.prepare(sql).all(...parameters)),
    iterate: (sql) => oneByOne(named(() => db.prepare(sql))),
    // Arrays, as it is told to return; the types only know objects.
    each: (sql) => oneByOne(named(() => prepared(db, sql))) as Iterable<SqlValue[]>,
    compile: (sql) => named(() => void db.prepare(sql)),
    isReadOnly: (sql) => named(() => isReadOnly(db, sql)),
    program: (sql) => named(() => programOf(db, sql)),
    limit: (limits) => void Object.assign(db.limits, usual, limits),
    get inTransaction() {
      return db.isTransaction;
    },
    close: () => db.close(),
  };
}

function rowsOf(db: DatabaseSync, sql: string, parameters: readonly SqlValue[]): SqlValue[][] {
  // Arrays, as it was told to return; the types only know objects.
  return prepared(db, sql).all(...parameters) as unknown as SqlValue[][];
}

function prepared(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  statement.setReadBigInts(true);
  return statement;
}

/** Errors can also be thrown between rows. */
function* oneByOne(statement: StatementSync): Generator<unknown> {
  const rows = named(() => statement.iterate());
  for (;;) {
    const next = named(() => rows.next());
    if (next.done) return;
    yield next.value;
  }
}

/** Opcodes of statements that write without a transaction of their own (sqlite.org/opcode.html). */
const WRITING = new Set(['Vacuum', 'Checkpoint', 'JournalMode']);

/** What sqlite3_stmt_readonly() says, read from the program of the statement; of an EXPLAIN, that of what it explains. */
function isReadOnly(db: DatabaseSync, sql: string): boolean {
  const statement = sql.replace(/^\s*explain\s+(query\s+plan\s+)?/i, '');
  return !programOf(db, statement).some(
    ({ opcode, p2 }) => WRITING.has(opcode) || (opcode === 'Transaction' && p2 !== 0),
  );
}

function programOf(db: DatabaseSync, sql: string): Instruction[] {
  const text = `EXPLAIN ${sql}`;
  const statement = db.prepare(text);
  // As better-sqlite3 does: a second statement would run without being looked at.
  if (statement.sourceSQL.length < text.trimEnd().length) throw new RangeError('more than one statement');
  return statement.all().map(({ opcode, p2, p4 }) => ({ opcode: String(opcode), p2: Number(p2), p4 }));
}

/** Result codes of SQLite by name, the extended ones that messages and rules tell apart (sqlite.org/rescode.html). */
const CODES: Readonly<Record<number, string>> = {
  1: 'SQLITE_ERROR',
  257: 'SQLITE_ERROR_MISSING_COLLSEQ',
  4: 'SQLITE_ABORT',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  9: 'SQLITE_INTERRUPT',
  10: 'SQLITE_IOERR',
  778: 'SQLITE_IOERR_WRITE',
  11: 'SQLITE_CORRUPT',
  267: 'SQLITE_CORRUPT_VTAB',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  17: 'SQLITE_SCHEMA',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  275: 'SQLITE_CONSTRAINT_CHECK',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1299: 'SQLITE_CONSTRAINT_NOTNULL',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  1811: 'SQLITE_CONSTRAINT_TRIGGER',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
  2579: 'SQLITE_CONSTRAINT_ROWID',
  3091: 'SQLITE_CONSTRAINT_DATATYPE',
  20: 'SQLITE_MISMATCH',
  21: 'SQLITE_MISUSE',
  23: 'SQLITE_AUTH',
  25: 'SQLITE_RANGE',
  26: 'SQLITE_NOTADB',
};

/** Gives SQLite's errors the code by which the program knows them. */
function named<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const isSqlite = typeof error === 'object' && error !== null && 'errcode' in error;
    if (!isSqlite || typeof error.errcode !== 'number') throw error;
    const code = CODES[error.errcode] ?? CODES[error.errcode & 0xff] ?? 'SQLITE_ERROR';
    throw Object.assign(error, { code });
  }
}
