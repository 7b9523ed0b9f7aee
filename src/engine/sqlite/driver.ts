import type { SqlLimits } from '../../facts/plan.ts';

/** A value as SQLite gives and takes it. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** What a connection needs of a library that opens SQLite files. Errors carry `code` (`SQLITE_…`) and `message`. */
export interface Driver {
  /** Runs a text to its end; unbound parameters are NULL. */
  exec(sql: string): void;
  /** Rows as arrays; integers as bigint. */
  rows(sql: string, parameters: readonly SqlValue[]): SqlValue[][];
  /** Rows by column name; integers as numbers. */
  objects(sql: string, parameters: readonly SqlValue[]): unknown[];
  /** Rows one by one, none kept. */
  iterate(sql: string): Iterable<unknown>;
  /** Rows as arrays, one by one; integers as bigint. */
  each(sql: string): Iterable<SqlValue[]>;
  /** Compiles one statement and does not run it. */
  compile(sql: string): void;
  /** `false` when the statement could change a database file. */
  isReadOnly(sql: string): boolean;
  /** The program that SQLite makes of one statement; nothing runs. */
  program(sql: string): Instruction[];
  /** Sets what a statement may hold from now on; `undefined` for SQLite's own limits. Absent where the library cannot. */
  limit?(limits: SqlLimits | undefined): void;
  readonly inTransaction: boolean;
  close(): void;
}

/** A row of EXPLAIN (sqlite.org/opcode.html), the columns that are read. */
export interface Instruction {
  opcode: string;
  p2: number;
  p4: unknown;
}
