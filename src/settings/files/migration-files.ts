import type { Mistake } from '../../facts/database.ts';
import type { MigrationFolder } from '../../facts/settings.ts';
import type { Place } from './reach.ts';
import { type Reader, readSqlFiles } from './sql-files.ts';

/** Files that say how the SQL beside them is ordered, or run. */
const COMPANIONS = ['_journal.json', 'metadata.toml', 'migration_lock.toml'];

/**
 * Reads the files of `migrations`, in an order that is the same on every machine.
 * The names that come out are relative to the workspace.
 */
export function readMigrations(
  given: string,
  place: Place,
  reader: Reader,
): { migrations: MigrationFolder; mistakes: Mistake[] } {
  const meaning = { key: 'migrations', noun: 'migration', companions: COMPANIONS };
  const { mistakes, ...sources } = readSqlFiles(given, place, meaning, reader);
  return { migrations: { name: given, ...sources }, mistakes };
}
