import type { Mistake } from '../../facts/database.ts';
import type { DatabaseFile, MigrationFolder, SqlFile } from '../../facts/settings.ts';
import { type Config, placeOf } from '../config/config.ts';
import type { RawSettings } from '../config/settings-schema.ts';
import { readApplication } from './application.ts';
import type { ReadBudget } from './budget.ts';
import { readDatabases } from './databases.ts';
import { readMigrations } from './migration-files.ts';
import type { Place } from './reach.ts';
import type { Reader } from './sql-files.ts';

/** What the settings name, found and, where it is SQL, read. */
export interface NamedFiles {
  databases: DatabaseFile[];
  /** Absent where none are named. */
  migrations?: MigrationFolder;
  /** The application's own SQL. */
  application: SqlFile[];
  mistakes: Mistake[];
}

export const NO_FILES: NamedFiles = {
  databases: [],
  application: [],
  mistakes: [],
};

/** `place`: all absolute; `writtenIn`: where a key was set; `needsDatabase`: it is no mistake yet that there is none. */
export function readNamedFiles(
  values: RawSettings,
  place: { folder: string; workspace: string; output: string; reportFiles: readonly string[] },
  writtenIn: (key: string) => Config,
  { needsDatabase, budget }: { needsDatabase: boolean; budget: ReadBudget },
): NamedFiles {
  const names = linesOf(values.database);
  const readerOf = (key: string): Reader => ({
    author: writtenIn(key).file === undefined ? 'step' : 'file',
    budget,
  });
  const databases = readDatabases(names, place, readerOf('database'));
  const { migrations, mistakes } = migrationsOf(values, place, readerOf('migrations'));
  const { statements } = values.checks ?? {};
  const application =
    statements === undefined
      ? { files: [], mistakes: [] }
      : readApplication(statements, place, writtenIn('checks'), budget);
  const at = (key: string, mistakes: readonly Mistake[]) => {
    const line = placeOf(writtenIn(key), [key]);
    return mistakes.map((own) => (own.file === undefined ? { ...own, ...line } : own));
  };
  return {
    databases: databases.databases,
    ...(migrations && { migrations }),
    application: application.files,
    mistakes: [
      ...(needsDatabase && names.length === 0 ? [missing] : []),
      ...at('database', databases.mistakes),
      ...at('migrations', mistakes),
      ...application.mistakes,
    ],
  };
}

const missing: Mistake = {
  key: 'database',
  message: 'database is missing.',
  remedy: 'Give the path of a snapshot of the real database.',
};

/** A list, or one a line. */
function linesOf(database: RawSettings['database'] = []): string[] {
  const texts = typeof database === 'string' ? database.split(/\r?\n/) : database;
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function migrationsOf(
  { migrations }: RawSettings,
  place: Place,
  reader: Reader,
): { migrations?: MigrationFolder; mistakes: Mistake[] } {
  if (migrations === undefined) return { mistakes: [] };
  return readMigrations(migrations, place, reader);
}
