import type { Unchecked } from './health.ts';
import type { SampleRow } from './samples.ts';

/** What differs between *before* and *after*. */
export interface ChangeFacts {
  /** Every table that exists on both sides. */
  tables: TableChange[];
  objects: ObjectChange[];
  /** Renames that the comparison followed. */
  renames: Rename[];
  unchecked: Unchecked[];
  /** Which statements did it, as far as a replay of the plan found them in time. */
  causes?: Cause[];
}

/** A value is counted once: NULL to value `filled`, value to NULL `nulled`, other storage class `retyped`, else `changed`. */
export interface TableChange {
  /** Name in *after*. */
  table: string;
  before: number;
  after: number;
  added: number;
  removed: number;
  /** Paired rows with at least one value that differs. */
  changed: number;
  /** Columns of *before* that paired the rows; absent where equal rows paired first (no key tells them apart). */
  pairedBy?: string[];
  /** How it was proven. */
  proof: 'pages' | 'records' | 'sql';
  /** Only columns with a difference. */
  columns: ColumnChange[];
  /** Some of the rows of each kind. */
  samples?: Partial<Record<'added' | 'removed' | 'changed' | 'nulled' | 'retyped', SampleRow[]>>;
  /** Absent where the migration made no row that equals another one. */
  duplicates?: Duplicates;
  /** Columns, new or not, in which rows of *before* have a value only now and others have none; absent where none. */
  partlyFilled?: PartlyFilled[];
  /** Columns that are new, by name in *after*: rows of *before* that have a value there. Only those with such a row. */
  newColumns?: { column: string; filled: number }[];
}

/** Rows that equal another row of their table in `columns`, which are all but the key; beyond those of *before*. */
export interface Duplicates {
  rows: number;
  columns: string[];
}

export interface ColumnChange {
  /** Name in *after*. */
  column: string;
  filled: number;
  changed: number;
  nulled: number;
  retyped: number;
  /** JSON objects and arrays that do not parse any more, counted above as well; left out when 0. */
  jsonBroken?: number;
}

export interface PartlyFilled {
  /** Name in *after*. */
  column: string;
  /** Rows of *before* that have a value there only now. */
  filled: number;
  /** Rows of *after* without one. */
  empty: number;
}

export interface ObjectChange {
  kind: 'table' | 'column' | 'index' | 'trigger' | 'view' | 'constraint' | 'foreign-key';
  name: string;
  /** The owner: name in *after* where it still exists. */
  table?: string;
  /** Columns concerned, for constraints, foreign keys and indexes where they are plain columns. */
  columns?: string[];
  change: 'added' | 'removed' | 'changed' | 'renamed';
  /** Former name of what was renamed. */
  from?: string;
  /** What a removed table (rows) or column (values that are not NULL) held in *before*. */
  held?: number;
  /** A new column that holds what the removed one held, one value in all rows: it may be that column, or not. */
  alike?: string;
  /** An index or trigger whose table or view is gone: it went along. */
  withOwner?: true;
  /** For constraints and foreign keys: the kind and text, such as `NOT NULL` or `CHECK (price > 0)`. Schema text. */
  detail?: string;
}

export interface Rename {
  kind: 'table' | 'column';
  /** Name of the table in *after*. */
  table: string;
  from: string;
  to: string;
}

export type Cause = ContentCause | ObjectCause;

/** The statement with which rows, or values of a column, began to differ from *before* in this way. */
export interface ContentCause {
  /** Name in *after*. */
  table: string;
  /** Name in *after*; absent for whole rows. */
  column?: string;
  what: 'removed' | 'added' | 'nulled' | 'changed' | 'retyped';
  /** Index into the rehearsal's statements. */
  statement: number;
}

/** The statement with which an object of `objects` began to be gone, or another one. */
export interface ObjectCause extends Pick<ObjectChange, 'kind' | 'name' | 'table' | 'columns' | 'detail'> {
  /** Index into the rehearsal's statements. */
  statement: number;
}
