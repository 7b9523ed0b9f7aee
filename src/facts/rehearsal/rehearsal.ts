import type { PlanProblem } from '../plan.ts';
import type { SampleRow } from '../samples.ts';
import type { ObjectKind, StatementTarget } from '../statement.ts';

/**
 * What executes a plan. better-sqlite3 takes no text in double quotes, and its defensive mode lets nobody write to the
 * schema's own tables. Most of production's drivers do take such text, as `node:sqlite` does, and have no such mode,
 * as `undefended` and `node:sqlite`. `limited` is as strict as the first, and can be told lower limits.
 */
export type DriverName = 'better-sqlite3' | 'undefended' | 'node:sqlite' | 'limited';

/** What happened when the plan was executed on *after*. */
export interface RehearsalFacts {
  outcome: 'done' | 'failed' | 'refused' | 'timeout' | 'crashed' | 'not-run';
  /** Transactions with a writing statement that were committed. */
  commits: number;
  /** They could not be counted: the copy was overwritten. */
  commitsUnknown?: true;
  /** A transaction was still open after the last statement. */
  leftOpen: boolean;
  /** The SQLite that executed it. */
  sqlite: string;
  statements: StatementFacts[];
  failure?: RehearsalFailure;
  /** What it left is no database that SQLite can open: there is no *after*. */
  unreadable?: true;
  /** Absent where nothing of that kind was seen. */
  transientLosses?: TransientLoss[];
  /** Statements that ran and did not do what they say; absent where none. */
  noEffects?: NoEffect[];
  /** What triggers did in tables that no statement names; absent where nothing. */
  sideEffects?: SideEffect[];
  /** Counting them took too long: some may be missing there. */
  sideEffectsUncounted?: true;
  /** Statements of which a trigger passed over rows; absent where none. */
  ignored?: IgnoredRows[];
  /** What the plan made, and lost again in a rebuild; absent where nothing. */
  madeAndLost?: MadeAndLost[];
  /** Absent where it could not be measured. */
  peak?: Peak;
  /** Absent where the first one did. */
  driver?: DriverName;
  /** Text in double quotes, for which the plan ran with a driver that takes it; absent where none needed it. */
  doubleQuotedText?: QuotedText;
  /** Columns that such texts filled; absent where none. */
  quotedFills?: QuotedFill[];
  /** Steps of the plan before which something was committed and no transaction was open; absent where none. */
  boundaries?: number[];
}

export interface NoEffect {
  /** IF NOT EXISTS, and there was another object of that name; IF EXISTS, and there was none. */
  kind: 'exists' | 'absent';
  /** Index into `statements`. */
  statement: number;
  object: { kind: ObjectKind; name: string };
  /** What the object that was there lacks of what the statement asks for. Schema text. */
  lacks?: string[];
}

/** The largest that each file was while the rehearsal ran, in bytes. */
export interface Peak {
  database: number;
  wal: number;
  journal: number;
  /** Files that SQLite sorts and gathers in, together; absent where the system does not tell. */
  temp?: number;
}

/** What a database of so many bytes needs besides itself at the worst moment: the peaks of all files may be one moment. */
export function extraWhileItRuns({ database, wal, journal, temp = 0 }: Peak, bytes: number): number {
  return Math.max(0, database - bytes) + wal + journal + temp;
}

/** The first statement that holds such a text. */
export interface QuotedText {
  /** Index into `statements`. */
  statement: number;
  file: string;
  line: number;
  /** With its quotes; from the migration's own SQL. */
  text: string;
}

/** A column that a statement filled with text in double quotes, alone or in an expression. */
export interface QuotedFill {
  /** Index into `statements`. */
  statement: number;
  /** As the statement calls it. */
  table: string;
  column: string;
  /** With its quotes; from the migration's own SQL. */
  text: string;
  rows: number;
  /** These were all rows that the table then had. */
  isWhole: boolean;
}

/**
 * Rows that went from a table which the statement does not name, after an earlier one wrote to that table; or, where a
 * column is named, values of it that a foreign key erased.
 */
export interface TransientLoss {
  /** Their names at the end. */
  table: string;
  column?: string;
  rows: number;
  /** Rows, or rows with a value, that there were right before. */
  of: number;
  /** The same at the end. */
  now: number;
  /** Index into `statements`. */
  statement: number;
}

/** Rows, or values in rows that were there, which came to a table while a statement ran that does not name it. */
export interface SideEffect {
  /** Its name at the end. */
  table: string;
  rows: number;
  filled: { column: string; values: number }[];
  /** Index into `statements`. */
  statement: number;
  /** Triggers of the statement's own table that name this one. */
  triggers: string[];
}

/** Something of a table that the plan made, that the table's successor does not have, and that no statement dropped by name. */
export interface MadeAndLost {
  /** `values`: the column is still there. */
  kind: 'column' | 'index' | 'trigger' | 'rows' | 'values';
  name: string;
  /** Name of the successor at the end. */
  table: string;
  /** Rows, or values, that were lost. */
  count?: number;
  /** Index into `statements`: what dropped the table. */
  statement: number;
}

/** RAISE(IGNORE) kept a statement from touching rows that it meets. */
export interface IgnoredRows {
  /** Index into `statements`. */
  statement: number;
  trigger: string;
  /** Rows that it meets, and those of them that it did not touch. */
  rows: number;
  skipped: number;
}

export interface StatementFacts {
  file: string;
  line: number;
  title: string;
  phase?: string;
  status: 'done' | 'failed' | 'not-run';
  /** Wall time in ms under the rehearsal's settings. */
  ms?: number;
  /** Rows that an INSERT, UPDATE or DELETE touched itself; without triggers and cascades. */
  rows?: number;
  /** It changed the file, or may have: an UPDATE that met no row did not. */
  writes?: boolean;
  /** Number of the transaction that it ran in; a statement that commits by itself has one of its own. */
  transaction?: number;
  /** It ran, and a ROLLBACK, a later failure or the end of the connection took it back. */
  rolledBack?: true;
  names: StatementTarget[];
}

export interface RehearsalFailure {
  /** Index into `statements`; absent when it was none of the migration's own statements. */
  statement?: number;
  file: string;
  line?: number;
  /** Result code of SQLite, such as `SQLITE_CONSTRAINT_UNIQUE`. */
  code: string;
  /** SQLite's message: with `samples: values` whole, else in a shape known to hold no value, or `message withheld`. */
  message: string;
  /**
   * A statement of the migration, the profile's or the tool's own act, the opening of what they left, or the project's
   * tool as a whole.
   */
  during: 'statement' | 'begin' | 'commit' | 'pragma' | 'record' | 'refusal' | 'opening' | 'command';
  /** Why the tool itself stops there. */
  problem?: PlanProblem;
  /** The rows that break the constraint; absent where none stopped it, or nothing that was counted explains it. */
  violation?: Violation;
}

export interface Violation {
  constraint: 'UNIQUE' | 'NOT NULL' | 'CHECK' | 'FOREIGN KEY' | 'datatype';
  table: string;
  columns: string[];
  /** Of a foreign key; `refers`: the rows are in the way of what is to go, else they have no parent. */
  parent?: string;
  refers?: true;
  /** The table whose primary key tells the rows apart. */
  keyOf: string;
  rows: number;
  /** The SELECT that lists them. */
  query: string;
  /** It says the same of the snapshot, or only of the database as it is at the statement. */
  runsIn: 'before' | 'statement';
  samples?: SampleRow[];
}
