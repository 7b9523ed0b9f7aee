import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openQuickly } from './scratch.ts';

/**
 * Runs a migration as production would under a profile, with nothing of the program's own: the whole text in one call,
 * up to its first error. Gives back that error.
 */
export function runPlainly(
  path: string,
  migration: string,
  profile: string | 'auto' = 'auto',
): string | undefined {
  const before = readFileSync(path);
  const failure = runWith(() => openQuickly(path), migration, profile);
  const isOurs = /should this be a string literal in single-quotes|may not be (modified|dropped)/.test(
    failure ?? '',
  );
  if (!isOurs) return failure;
  writeFileSync(path, before);
  const options = { enableDoubleQuotedStringLiterals: true, defensive: false };
  return runWith(() => new DatabaseSync(path, options), migration, profile);
}

/** How many rows a query lists in the database as it is where the migration stops, before anything is taken back. */
export function countWhereItStops(
  path: string,
  migration: string,
  profile: string | 'auto',
  query: string,
): number {
  const db = openQuickly(path);
  try {
    begin(db, profile);
    errorOf(() => db.exec(migration));
    return db.prepare(query).raw().all().length;
  } finally {
    db.close();
  }
}

interface Plain {
  exec(sql: string): unknown;
  close(): unknown;
}

/** Where production takes text in double quotes, Node's own SQLite does too, and has no defensive mode. */
function runWith(open: () => Plain, migration: string, profile: string | 'auto'): string | undefined {
  const db = open();
  try {
    const isOneTransaction = begin(db, profile);
    return errorOf(() => {
      db.exec(migration);
      if (isOneTransaction) db.exec('COMMIT');
    });
  } finally {
    // Closing takes back what is not committed.
    db.close();
  }
}

/** Whether the migration is one transaction under this profile, which has begun then. */
function begin(db: Plain, profile: string | 'auto'): boolean {
  const isOneTransaction = profile === 'transaction' || profile === 'transaction-fk-off';
  const enforces = profile === 'transaction' || profile === 'autocommit-fk-on';
  db.exec(`PRAGMA foreign_keys=${enforces ? 'ON' : 'OFF'}`);
  if (isOneTransaction) db.exec('BEGIN');
  return isOneTransaction;
}

function errorOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** A copy of a closed database. */
export function copied(path: string): string {
  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  return copy;
}
