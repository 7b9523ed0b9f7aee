/** A schema as SQLite itself reports it: no identifier here is quoted, every list is in SQLite's order. */
export interface Schema {
  tables: Table[];
  indexes: Index[];
  triggers: Trigger[];
  views: View[];
}

export interface Table {
  name: string;
  kind: 'table' | 'virtual';
  /** Lower-case module name of a virtual table, such as `fts5`. */
  module?: string;
  /** Of a search index: how it works, such as its tokenizer; by lower-case name, in canonical spelling. */
  options?: Record<string, string>;
  /** Where a full-text index does not hold its content itself: the table or view that does, or empty for none. */
  content?: string;
  strict: boolean;
  withoutRowid: boolean;
  columns: Column[];
  /** Names of the PRIMARY KEY columns in key order; empty for a table without a declared key. */
  primaryKey: string[];
  /** The INTEGER PRIMARY KEY column that is the rowid itself. */
  rowidAlias?: string;
  autoincrement: boolean;
  /** A name that reaches the rowid; absent where every name is shadowed by a column or there is none. */
  rowid?: 'rowid' | '_rowid_' | 'oid';
  foreignKeys: ForeignKey[];
  /** UNIQUE constraints and the PRIMARY KEY. */
  keys: TableKey[];
  /** CHECK expressions in canonical spelling. */
  checks: string[];
  sql: string;
}

/** What can stand in a table only once. */
export interface UniqueKey {
  columns: string[];
  /** Upper-case, one for each column. */
  collations: string[];
  /** What a constraint says under ON CONFLICT, in upper case; ABORT is left out. */
  onConflict?: string;
}

export interface TableKey extends UniqueKey {
  kind: 'PRIMARY KEY' | 'UNIQUE';
}

export interface Column {
  name: string;
  /** Declared type as written. */
  type: string;
  notNull: boolean;
  /** What NOT NULL says under ON CONFLICT, in upper case; ABORT is left out. */
  onConflict?: string;
  /** DEFAULT in canonical spelling. */
  default?: string;
  /** Upper-case COLLATE name; BINARY is left out. */
  collate?: string;
  /** Generated column: its storage and its expression in canonical spelling. */
  generated?: { stored: boolean; expression: string };
}

export interface ForeignKey {
  columns: string[];
  parent: string;
  /** Parent columns, resolved to the parent's primary key where the schema leaves them out. */
  parentColumns: string[];
  onDelete: string;
  onUpdate: string;
  /** DEFERRABLE INITIALLY DEFERRED: broken or not is asked at the COMMIT. */
  deferred: boolean;
}

export interface Index {
  name: string;
  table: string;
  unique: boolean;
  /** What a unique index guards where a UNIQUE constraint could do the same: plain columns, in every row. */
  key?: UniqueKey;
  columns: IndexColumn[];
  /** Condition of a partial index, in canonical spelling. */
  where?: string;
  /** All of it but its name and table: equal text = equal index. */
  definition: string;
}

export interface IndexColumn {
  /** Name of a column, or an expression in canonical spelling. */
  text: string;
  /** Upper-case; the column's own where the index says none. */
  collation: string;
  descending: boolean;
}

export interface Trigger {
  name: string;
  /** The table or view that it watches. */
  table: string;
  /** CREATE text in canonical spelling. */
  definition: string;
}

export interface View {
  name: string;
  /** CREATE text in canonical spelling. */
  definition: string;
}
