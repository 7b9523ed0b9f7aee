import Database from 'better-sqlite3';
import { quoteName } from '../../src/sql/quote.ts';
import type { Trial } from './trial.ts';

/**
 * What a careful script does: it runs the migration on a copy, and then integrity_check, foreign_key_check and the row
 * count of every table that was there before. It raises the alarm when the migration fails, a check finds something or
 * throws, or a table is gone or has another number of rows.
 */
export function carefulScript({ before, after, failed }: Trial): boolean {
  if (failed || !isSound(after ?? before)) return true;
  if (after === undefined) return false;
  const present = rowCounts(after);
  return [...rowCounts(before)].some(([table, rows]) => present.get(table) !== rows);
}

function isSound(path: string): boolean {
  const db = new Database(path, { readonly: true });
  try {
    return (
      db.pragma('integrity_check', { simple: true }) === 'ok' &&
      (db.pragma('foreign_key_check') as unknown[]).length === 0
    );
  } catch {
    return false;
  } finally {
    db.close();
  }
}

function rowCounts(path: string): Map<string, number | undefined> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      )
      .pluck()
      .all() as string[];
    return new Map(tables.map((table) => [table, rowCount(db, table)]));
  } finally {
    db.close();
  }
}

/** A table that cannot be counted is a difference to one that can. */
function rowCount(db: Database.Database, table: string): number | undefined {
  try {
    return db
      .prepare(`SELECT count(*) FROM ${quoteName(table)}`)
      .pluck()
      .get() as number;
  } catch {
    return undefined;
  }
}
