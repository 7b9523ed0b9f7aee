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

/** Where production takes text in double quotes, Node's own SQLite does too, and has no defensive mode. */
function runWith(
  open: () => { exec(sql: string): unknown; close(): unknown },
  migration: string,
  profile: string | 'auto',
): string | undefined {
  const db = open();
  const isOneTransaction = profile === 'transaction' || profile === 'transaction-fk-off';
  const enforces = profile === 'transaction' || profile === 'autocommit-fk-on';
  db.exec(`PRAGMA foreign_keys=${enforces ? 'ON' : 'OFF'}`);
  try {
    if (isOneTransaction) db.exec('BEGIN');
    db.exec(migration);
    if (isOneTransaction) db.exec('COMMIT');
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    // Closing takes back what is not committed.
    db.close();
  }
}

/** A copy of a closed database. */
export function copied(path: string): string {
  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  return copy;
}
