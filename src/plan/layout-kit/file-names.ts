import { basename } from 'node:path/posix';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';

/** The file's own name, without its folders. */
export function nameOf({ path }: Pick<MigrationFile, 'path'>): string {
  return basename(path);
}

/** The digits that a name begins with. A bigint: version numbers may be timestamps beyond 2^53. */
export function leadingNumber(name: string): bigint | undefined {
  const digits = /^\d+/.exec(name)?.[0];
  return digits === undefined ? undefined : BigInt(digits);
}

/** The file's own name; of `NAME/migration.sql` and `NAME/up.sql` the folder's, because all files are called so. */
export function titleOf(file: Pick<MigrationFile, 'path'>): string {
  return /([^/]+)\/(?:migration|up)\.sql$/i.exec(file.path)?.[1] ?? nameOf(file);
}

/** What a runner may write down of a file that it applied: path, name with or without .sql, or number. */
export function namesInHistory(file: Pick<MigrationFile, 'path'>): string[] {
  const name = titleOf(file);
  const digits = /^\d+/.exec(name)?.[0];
  const numbers = digits === undefined ? [] : [digits, BigInt(digits).toString()];
  return [file.path, name, name.replace(/\.sql$/i, ''), ...numbers];
}

/** For sorting by a number, a text, or one after the other. */
export function compareKeys<Key extends string | bigint | number>(left: Key, right: Key): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The files that lie in the folder itself, for tools that look into no folder below it; and all others. */
export function directFiles({ files }: MigrationFolder): { direct: MigrationFile[]; below: MigrationFile[] } {
  const isDirect = ({ path }: MigrationFile) => !path.includes('/');
  return { direct: files.filter(isDirect), below: files.filter((file) => !isDirect(file)) };
}

/**
 * The down migrations of others: `x.down.sql`, `x.rollback.sql`, `x.undo.sql`, and `down.sql` beside `up.sql`; none where
 * there is nothing else, because then they are what is to be run.
 */
export function downMigrations({ files }: MigrationFolder): ReadonlySet<MigrationFile> {
  const paths = new Set(files.map(({ path }) => path.toLowerCase()));
  const isDown = ({ path }: MigrationFile) =>
    /\.(down|rollback|undo)\.sql$/i.test(path) ||
    (/(^|\/)down\.sql$/i.test(path) && paths.has(path.replace(/down\.sql$/i, 'up.sql').toLowerCase()));
  const downs = files.filter(isDown);
  return new Set(downs.length === files.length ? [] : downs);
}

/** The path in the folder of a file that is named relative to the workspace, and was not read. */
export function pathIn({ files, companions }: MigrationFolder, file: string): string {
  const known = files[0] ?? companions[0];
  const root = known === undefined ? '' : known.file.slice(0, known.file.length - known.path.length);
  return file.startsWith(root) ? file.slice(root.length) : file;
}
