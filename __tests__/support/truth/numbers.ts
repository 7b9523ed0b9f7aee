import type Database from 'better-sqlite3';
import { type PlainTable, quoted, same } from './tables.ts';

/** The same numbers as a TableChange has, counted by plain SQL of the tests' own. */
export interface TrueChange {
  table: string;
  before: number;
  after: number;
  added: number;
  removed: number;
  columns: { column: string; filled: number; changed: number; nulled: number; retyped: number }[];
}

/** Rows paired by a key: a FULL JOIN, and for each column how the pairs differ. */
export function changeByKey(db: Database.Database, { name, columns, key }: PlainTable): TrueChange {
  // A key that became a text, or a number, is the same key.
  const isWritten = (value: string) => `typeof(${value}) IN ('integer', 'text')`;
  const on = key
    .map((column) => [`b.${quoted(column)}`, `a.${quoted(column)}`] as const)
    .map(([b, a]) => {
      const alike = `${isWritten(b)} AND ${isWritten(a)} AND CAST(${b} AS BLOB) = CAST(${a} AS BLOB)`;
      return `(${same(b, a)} OR (${alike}))`;
    })
    .join(' AND ');
  // A column of its own says on which side a row is: every column of a row may be NULL.
  const side = (schema: string) => `(SELECT 1 AS "is there", * FROM ${schema}.${quoted(name)})`;
  const joined = `${side('before')} AS b FULL JOIN ${side('main')} AS a ON ${on}`;
  const rows = db
    .prepare(
      `SELECT count(b."is there") AS before, count(a."is there") AS after, count(*) - count(a."is there") AS removed,
         count(*) - count(b."is there") AS added FROM ${joined}`,
    )
    .get() as Omit<TrueChange, 'table' | 'columns'>;
  const changes = columns.map((column) => {
    const [b, a] = [`b.${quoted(column)}`, `a.${quoted(column)}`];
    const counts = db
      .prepare(
        `SELECT ${count(`${b} IS NULL AND ${a} IS NOT NULL`)} AS filled, ${count(`${a} IS NULL AND ${b} IS NOT NULL`)} AS nulled,
           ${count(`${a} IS NOT NULL AND ${b} IS NOT NULL AND typeof(${a}) <> typeof(${b})`)} AS retyped,
           ${count(`${a} IS NOT NULL AND typeof(${a}) = typeof(${b}) AND NOT ${same(b, a)}`)} AS changed
         FROM ${joined} WHERE a."is there" AND b."is there"`,
      )
      .get() as Omit<TrueChange['columns'][number], 'column'>;
    return { column, ...counts };
  });
  return {
    table: name,
    ...rows,
    columns: changes.filter(
      ({ filled, nulled, retyped, changed }) => filled + nulled + retyped + changed > 0,
    ),
  };
}

function count(condition: string): string {
  return `coalesce(sum(${condition}), 0)`;
}

/** Rows without a key as multisets: how many of each kind are on one side only. */
export function changeOfMultisets(
  db: Database.Database,
  { name, columns }: PlainTable,
): { before: number; after: number; gone: number; come: number } {
  const parts = columns.map(
    (column, at) =>
      `typeof(${quoted(column)}) AS t${at}, CASE typeof(${quoted(column)}) WHEN 'real' THEN +${quoted(column)} ELSE CAST(${quoted(column)} AS BLOB) END AS v${at}`,
  );
  const grouping = columns.map((_, at) => `t${at}, v${at}`).join(', ');
  const side = (schema: string, by: number) =>
    `SELECT ${parts.join(', ')}, ${by} AS n FROM ${schema}.${quoted(name)}`;
  return db
    .prepare(
      `SELECT coalesce(sum(max(-n, 0)), 0) AS gone, coalesce(sum(max(n, 0)), 0) AS come,
         (SELECT count(*) FROM before.${quoted(name)}) AS before, (SELECT count(*) FROM main.${quoted(name)}) AS after
       FROM (SELECT sum(n) AS n FROM (${side('before', -1)} UNION ALL ${side('main', 1)}) GROUP BY ${grouping})`,
    )
    .get() as { before: number; after: number; gone: number; come: number };
}
