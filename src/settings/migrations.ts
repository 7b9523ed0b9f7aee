import { readSqlFiles, type Sources } from './sql-files.ts';

/**
 * Reads the files of `migrations`, in an order that is the same on every machine.
 * `given` is relative to `folder`; the names that come out are relative to `workspace`.
 */
export function readMigrations(given: string, folder: string, workspace: string): Sources {
  return readSqlFiles(given, { folder, workspace }, { key: 'migrations', noun: 'migration' });
}
