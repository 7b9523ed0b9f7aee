/** One object that a statement names as its target, and what it does to it. Names are unquoted. */
export type Named =
  | { verb: 'create'; kind: ObjectKind; name: string }
  | { verb: 'drop'; kind: ObjectKind; name: string }
  | { verb: 'rename-table'; name: string; to: string }
  | { verb: 'rename-column'; table: string; name: string; to: string }
  | { verb: 'drop-column'; table: string; name: string }
  | { verb: 'add-column'; table: string; name: string }
  | { verb: 'alter'; name: string }
  | { verb: 'insert' | 'upsert' | 'update' | 'delete'; name: string };

export type ObjectKind = 'table' | 'index' | 'trigger' | 'view';

/** A part of SQL that a statement uses, and the first release of SQLite that understands it, such as `3.35`. */
export interface Need {
  feature: string;
  since: string;
}
