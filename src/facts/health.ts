import type { Location } from './finding.ts';
import type { SampleRow } from './samples.ts';
import type { Schema } from './schema.ts';

/** One side (*before* or *after*), measured. The same code measures both. */
export interface HealthFacts {
  integrity: Integrity;
  tables: RowCount[];
  /** Foreign keys, declared or configured, whose rows have no parent. Only those with at least one such row. */
  orphans: Orphans[];
  /** Foreign keys that SQLite itself cannot enforce. */
  mismatches: ForeignKeyMismatch[];
  /** The columns of `checks.required` that exist on this side. */
  required: RequiredColumn[];
  /** `checks.queries`, but for those that need something this SQLite lacks. */
  queries: QueryResult[];
  /** The application's statements of `checks.statements`. */
  statements: ApplicationStatements;
  header: HeaderValues;
  /** Size of the database: its pages, free ones included. */
  bytes: number;
  schema: Schema;
  /** Highest rowid that SQLite remembers of each AUTOINCREMENT table. These are ids of rows: no output may show them. */
  sequences: Sequence[];
  /** Views and triggers that do not compile. */
  broken: BrokenObject[];
  /** Full-text and R-tree indexes that their module's own integrity check refuses. */
  searchFailures: SearchFailure[];
  /** Checks that could not be carried out because the schema needs something this SQLite lacks. */
  unchecked: Unchecked[];
}

export interface Integrity {
  result: 'ok' | 'damaged' | 'unknown';
  /** SQLite's own lines, at most 100. They name tables, indexes and pages, never values. */
  messages: string[];
  /**
   * Indexes, and tables for their CHECK, that hold REAL numbers as texts as SQLite before 3.53 writes them: sound there,
   * and not here. Absent where none do.
   */
  realTexts?: string[];
}

export interface RowCount {
  table: string;
  rows: number;
}

export interface Orphans {
  table: string;
  columns: string[];
  parent: string;
  parentColumns: string[];
  rows: number;
  /** Of these, rows that had a parent in *before*, or were not there; only where the key had orphans there too. */
  introduced?: number;
  samples?: SampleRow[];
  /** From `checks.references`: the schema does not declare it. */
  declared?: false;
}

export interface ForeignKeyMismatch {
  table: string;
  columns: string[];
  parent: string;
  parentColumns: string[];
  /** Rows of the child that hold a value in every column of the key. */
  rows: number;
  cause: 'no-parent-table' | 'no-parent-column' | 'parent-not-unique';
}

export interface RequiredColumn {
  table: string;
  column: string;
  nulls: number;
  samples?: SampleRow[];
}

export interface QueryResult {
  id: string;
  /** Its only statement. */
  sql: string;
  /** Rows that it returned; absent where it failed. */
  rows?: number;
  failure?: QueryFailure;
}

export interface QueryFailure {
  /** `parsing`: it is not one SELECT, whatever the schema; `compiling`: the schema has no such thing; `running`: met a row. */
  while: 'parsing' | 'compiling' | 'running';
  /** Holds no value of a row. */
  message: string;
}

export interface ApplicationStatements {
  total: number;
  /** Those that do not prepare on this side. */
  failed: FailedStatement[];
}

export interface FailedStatement extends Required<Location> {
  /** Where its text begins in the file: several may stand in one line. */
  offset: number;
  /** SQLite's message. It did not run, so it names no value. */
  message: string;
}

export interface HeaderValues {
  userVersion: number;
  applicationId: number;
  pageSize: number;
  encoding: string;
  autoVacuum: number;
  journalMode: string;
}

export interface Sequence {
  table: string;
  /** What SQLite reads: the first row of that name; where it finds none, the highest rowid. */
  seq: number;
  /** Rows of sqlite_sequence that it does not read; absent where none. */
  surplus?: SurplusMarks;
}

export interface SurplusMarks {
  /** Behind the first row of the very name. */
  doubled: number;
  /** Under the name in another case of letters, which SQLite does not take for it. */
  otherCase: number;
}

export interface BrokenObject {
  kind: 'view' | 'trigger';
  name: string;
  /** What a trigger watches. */
  table?: string;
  /** What SQLite says while compiling; it names objects of the schema only. */
  message: string;
  /** The broken view or trigger that it uses, where that alone is the cause. */
  through?: string;
}

export interface SearchFailure {
  /** The virtual table. */
  table: string;
  /** `mismatch`: it does not find what its content holds, or is malformed; `unreadable`: its content cannot be read. */
  failure: 'mismatch' | 'unreadable';
  /** What SQLite says of content that cannot be read; it names objects of the schema only. */
  message?: string;
}

export interface Unchecked {
  /** What was being measured. */
  check: 'integrity' | 'rows' | 'orphans' | 'required' | 'content' | 'schema' | 'query' | 'search' | 'view';
  table?: string;
  /** The query's id. */
  object?: string;
  /** What is missing, in words that name no value: `no such function: f`. */
  missing: string;
  /** A damaged page stood in the way. */
  damaged?: true;
}
