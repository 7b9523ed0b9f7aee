import type { Unchecked } from './health.ts';
import type { MeaningFacts } from './meaning/meaning-facts.ts';
import type { SampleRow } from './samples.ts';

/** What differs between *before* and *after*. */
export interface ChangeFacts {
  /** Every table that exists on both sides. */
  tables: TableChange[];
  objects: ObjectChange[];
  /** Renames that the comparison followed. */
  renames: Rename[];
  /** Defaults that are a text which only spells an expression; absent where none. */
  textDefaults?: TextDefault[];
  /** Columns whose declared type is another one that some of their values do not have; absent where none. */
  unconverted?: Unconverted[];
  unchecked: Unchecked[];
  /** Absent where nothing of it changed its meaning. */
  meaning?: MeaningFacts;
  /** What is gone from its place and was copied to another one, as far as it could be followed; absent where nothing. */
  moves?: Move[];
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
  /** Absent where the migration added no row that equals another one. */
  duplicates?: Duplicates;
  /** Columns, new or not, in which rows of *before* have a value only now and others have none; absent where none. */
  partlyFilled?: PartlyFilled[];
  /** Columns that are new, by name in *after*: rows of *before* that have a value there. Only those with such a row. */
  newColumns?: { column: string; filled: number }[];
}

/** Rows that were added and equal another row of their table in `columns`: all but the key, or all that were there before. */
export interface Duplicates {
  rows: number;
  columns: string[];
  /** Rows have other keys: it was counted how often each content stands there. An UPDATE makes such rows as well. */
  otherKeys?: true;
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
  /** JSON objects and arrays that are a JSON string which holds one, counted above as well; left out when 0. */
  jsonStringified?: number;
}

/** A default of *after* that is a text, where it was an expression in *before* or the column is new. */
export interface TextDefault {
  /** Names in *after*. */
  table: string;
  column: string;
  /** In canonical spelling, quotes included. Schema text. */
  default: string;
  /** The expression that it was. */
  former?: string;
  /** Rows that hold that text and did not in *before*. */
  rows: number;
}

/** Values that have stayed what they were under a declared type for numbers, or for whole ones. */
export interface Unconverted {
  /** Names in *after*. */
  table: string;
  column: string;
  /** Declared types, as written; of a new column there was none. */
  from?: string;
  to: string;
  /** Texts and blobs under a type for numbers. */
  texts: number;
  /** Numbers with a fraction under a type for integers. */
  fractions: number;
  /** Values that are not NULL. */
  of: number;
}

export interface PartlyFilled {
  /** Name in *after*. */
  column: string;
  /** Rows of *before* that have a value there only now. */
  filled: number;
  /** Rows of *after* without one, but for those that had nothing to be filled from. */
  empty: number;
  /** Where there are such: the columns that all must have a value, by statement that filled it. Names in *after*. */
  sources?: string[][];
}

export interface ObjectChange {
  kind: 'table' | 'column' | 'index' | 'trigger' | 'view' | 'constraint' | 'foreign-key' | 'search-index';
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
  /**
   * What one that is gone or another one did, and does not do any more: all of it is still done (`kept`), it lets in more
   * but says the same (`relaxed`), or something that was kept out by UNIQUE no longer is (`unguarded`).
   */
  effect?: 'kept' | 'relaxed' | 'unguarded';
  /** For constraints and foreign keys: the kind and text, such as `NOT NULL` or `CHECK (price > 0)`, and what it became. Schema text. */
  detail?: string;
}

export interface Rename {
  kind: 'table' | 'column';
  /** Name of the table in *after*. */
  table: string;
  from: string;
  to: string;
}

/** Values of a dropped column, rows of a dropped table, or deleted rows that a statement copied elsewhere. */
export interface Move {
  kind: 'column' | 'table' | 'rows';
  /** Name in *after*; of a table that is gone the one in *before*. */
  table: string;
  /** Of a column: its name in *before*. */
  column?: string;
  /** Values that are neither NULL nor empty, or rows. */
  of: number;
  /** Of these, those that are in none of the places. Where it is 0, each was found in the row that belongs to it. */
  nowhere: number;
  places: { table: string; columns: { from: string; into: string }[] }[];
  /** Index among what the executed statements name: the last one that copied. */
  statement: number;
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
  /** Where several statements had a part in it: how much of what there is at the end each of them brought. */
  shares?: Share[];
}

export interface Share {
  /** Index into the rehearsal's statements. */
  statement: number;
  /** Rows or values. */
  count: number;
}

/** The statement with which an object of `objects` began to be gone, or another one. */
export interface ObjectCause extends Pick<ObjectChange, 'kind' | 'name' | 'table' | 'columns' | 'detail'> {
  /** Index into the rehearsal's statements. */
  statement: number;
}
