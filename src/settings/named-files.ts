import type { Mistake } from '../facts/database.ts';
import type { DatabaseFile, SqlFile } from '../facts/settings.ts';
import { readApplication } from './application.ts';
import { type Config, placeOf } from './config.ts';
import { readDatabases } from './databases.ts';
import { readMigrations } from './migrations.ts';
import type { RawSettings } from './schema.ts';
import type { Sources } from './sql-files.ts';

/** What the settings name, found and, where it is SQL, read. */
export interface NamedFiles {
  databases: DatabaseFile[];
  migrations: SqlFile[];
  /** What lies beside the migrations and is no SQL. */
  ignored: string[];
  /** The application's own SQL. */
  application: SqlFile[];
  mistakes: Mistake[];
}

export const NO_FILES: NamedFiles = {
  databases: [],
  migrations: [],
  ignored: [],
  application: [],
  mistakes: [],
};

/** `place`: both absolute; `writtenIn`: where a key was set; `needsDatabase`: it is no mistake yet that there is none. */
export function readNamedFiles(
  values: RawSettings,
  place: { folder: string; workspace: string },
  writtenIn: (key: string) => Config,
  needsDatabase: boolean,
): NamedFiles {
  const names = linesOf(values.database);
  const databases = readDatabases(names, place.folder);
  const migrations = migrationsOf(values, place);
  const { statements } = values.checks ?? {};
  const application =
    statements === undefined
      ? { files: [], mistakes: [] }
      : readApplication(statements, place, writtenIn('checks'));
  const at = (key: string, mistakes: readonly Mistake[]) => {
    const line = placeOf(writtenIn(key), [key]);
    return mistakes.map((own) => (own.file === undefined ? { ...own, ...line } : own));
  };
  return {
    databases: databases.databases,
    migrations: migrations.files,
    ignored: migrations.ignored,
    application: application.files,
    mistakes: [
      ...(needsDatabase && names.length === 0 ? [missing] : []),
      ...at('database', databases.mistakes),
      ...at('migrations', migrations.mistakes),
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
  { folder, workspace }: { folder: string; workspace: string },
): Sources {
  if (migrations === undefined) return { files: [], ignored: [], mistakes: [] };
  return readMigrations(migrations, folder, workspace);
}
