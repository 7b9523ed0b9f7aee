import type Database from 'better-sqlite3';
import { quoted } from './tables.ts';

/** `child → parent: rows` of each declared foreign key with rows without a parent, as SQLite's own check finds them. */
export function orphansOf(db: Database.Database): string[] {
  const tables = db
    .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all() as string[];
  return tables.flatMap((table) => violations(db, table)).toSorted();
}

function violations(db: Database.Database, table: string): string[] {
  let rows: { parent: string; fkid: number }[];
  try {
    rows = db.pragma(`main.foreign_key_check(${quoted(table)})`) as typeof rows;
  } catch {
    // A key that cannot be enforced is a mismatch and has no orphans.
    return [];
  }
  const known = new Set(
    db.prepare(`SELECT lower(name) FROM main.sqlite_schema WHERE type = 'table'`).pluck().all(),
  );
  const byKey = Map.groupBy(
    rows.filter(({ parent }) => known.has(parent.toLowerCase())),
    ({ fkid }) => fkid,
  );
  return [...byKey.values()].map((group) => `${table} → ${group[0]?.parent}: ${group.length}`);
}

/** Rows of a column without a value. */
export function requiredOf(db: Database.Database, table: string, column: string): number {
  return db
    .prepare(`SELECT count(*) FROM main.${quoted(table)} WHERE ${quoted(column)} IS NULL`)
    .pluck()
    .get() as number;
}

/** Rows of one column that refer to no row of a parent, declared or not; the parent's collation counts. */
export function withoutParent(
  db: Database.Database,
  [table, column]: readonly [string, string],
  [parent, key]: readonly [string, string],
): number {
  return db
    .prepare(
      `SELECT count(*) FROM main.${quoted(table)} AS c WHERE c.${quoted(column)} IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM main.${quoted(parent)} AS p WHERE p.${quoted(key)} = c.${quoted(column)})`,
    )
    .pluck()
    .get() as number;
}
