/** One object that a statement names as its target, and what it does to it. Names are unquoted. */
export type StatementTarget =
  /** `columns` of a table, where the text lists them; `on`: the table or view of an index or a trigger. */
  | {
      verb: 'create';
      kind: ObjectKind;
      name: string;
      columns?: string[];
      copies?: Copies;
      converts?: Converts;
      on?: string;
    }
  | { verb: 'drop'; kind: ObjectKind; name: string }
  | { verb: 'rename-table'; name: string; to: string }
  | { verb: 'rename-column'; table: string; name: string; to: string }
  | { verb: 'drop-column'; table: string; name: string }
  | { verb: 'add-column'; table: string; name: string }
  | { verb: 'alter'; name: string }
  | {
      verb: 'insert' | 'upsert' | 'update';
      name: string;
      copies?: Copies;
      alsoCopies?: Copies[];
      converts?: Converts;
      reads?: Reads;
      /** The columns that get a value, where the text lists them. */
      fills?: string[];
    }
  | { verb: 'delete'; name: string };

/** Columns that a statement fills straight from those of one table, as far as its text tells. */
export interface Copies {
  /** The table that is read. */
  table: string;
  /** The columns that are filled; absent: all, in order. */
  into?: string[];
  /** What each is filled from, `null` for anything but a column; absent: all columns, in order. */
  from?: (string | null)[];
  /** Of what is filled from an expression: columns of the table without which it has no value. */
  uses?: string[][];
}

/** Where the rows of an INSERT come from, as far as its text tells; absent where it gives the values itself. */
export interface Reads {
  /** The tables of its FROM clauses. */
  tables: string[];
  /** A row of one table may come several times: it joins, or reads what no name stands for. */
  joins: boolean;
}

/** Columns that a statement fills by an expression which makes other values: their names, or where no text lists them their places. */
export type Converts = (string | number)[];

export type ObjectKind = 'table' | 'index' | 'trigger' | 'view';

/** A part of SQL that a statement uses, and the first release of SQLite that understands it, such as `3.35`. */
export interface FeatureRequirement {
  feature: string;
  since: string;
}
