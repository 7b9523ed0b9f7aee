import type { Mistake } from '../../facts/database.ts';
import type { MigrationFolder } from '../../facts/settings.ts';
import { readSqlFiles } from './sql-files.ts';

/** Files that say how the SQL beside them is ordered, or run. */
const COMPANIONS = ['_journal.json', 'metadata.toml', 'migration_lock.toml'];

/**
 * Reads the files of `migrations`, in an order that is the same on every machine.
 * `given` is relative to `folder`; the names that come out are relative to `workspace`.
 */
export function readMigrations(
  given: string,
  folder: string,
  workspace: string,
): { migrations: MigrationFolder; mistakes: Mistake[] } {
  const meaning = { key: 'migrations', noun: 'migration', companions: COMPANIONS };
  const { mistakes, ...sources } = readSqlFiles(given, { folder, workspace }, meaning);
  return { migrations: { name: given, ...sources }, mistakes };
}
