import type Database from 'better-sqlite3';

/** What the tests know of a table on their own, from SQLite's pragmas. */
export interface PlainTable {
  name: string;
  /** The columns that both sides have. */
  columns: string[];
  /** The declared primary key of *before*, where every row of both sides has its own; else empty. */
  key: string[];
}

/** A connection to *after* with *before* attached under that name. */
type Both = Database.Database;

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Same storage class and same bytes; a real has no bytes of its own in SQL, and compares by its value. */
export function same(left: string, right: string): string {
  return `(typeof(${left}) = typeof(${right}) AND CASE typeof(${left}) WHEN 'null' THEN 1
    WHEN 'real' THEN +${left} = +${right} ELSE CAST(${left} AS BLOB) = CAST(${right} AS BLOB) END)`;
}

/** Ordinary tables, those behind a virtual one left out, that stand on both sides under the same name. */
export function tablesOf(db: Both): PlainTable[] {
  const names = (schema: string) =>
    db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all(schema) as string[];
  const after = new Set(names('main'));
  return names('before')
    .filter((name) => after.has(name))
    .map((name) => tableOf(db, name));
}

function tableOf(db: Both, name: string): PlainTable {
  const columnsOf = (schema: string) =>
    db.prepare('SELECT name, pk FROM pragma_table_xinfo(?, ?) WHERE hidden <> 1').all(name, schema) as {
      name: string;
      pk: number;
    }[];
  const before = columnsOf('before');
  const present = new Set(columnsOf('main').map((column) => column.name));
  const columns = before.map((column) => column.name).filter((column) => present.has(column));
  const key = before
    .filter(({ pk }) => pk > 0)
    .toSorted((left, right) => left.pk - right.pk)
    .map((column) => column.name);
  const usable = key.every((column) => columns.includes(column)) && isUnique(db, name, key);
  return { name, columns, key: usable ? key : [] };
}

function isUnique(db: Both, name: string, key: readonly string[]): boolean {
  if (key.length === 0) return false;
  const list = key.map((column) => `typeof(${quoted(column)}), CAST(${quoted(column)} AS BLOB)`).join(', ');
  const empty = key.map((column) => `${quoted(column)} IS NULL`).join(' OR ');
  return ['main', 'before'].every(
    (schema) =>
      db
        .prepare(
          `SELECT 1 FROM ${schema}.${quoted(name)} GROUP BY ${list} HAVING count(*) > 1
             UNION ALL SELECT 1 FROM ${schema}.${quoted(name)} WHERE ${empty}`,
        )
        .get() === undefined,
  );
}
