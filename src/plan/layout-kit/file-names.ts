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

/** For sorting by a number, a text, or one after the other. */
export function compareKeys<Key extends string | bigint | number>(left: Key, right: Key): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The files that lie in the folder itself, for tools that look into no folder below it; and all others. */
export function directFiles({ files }: MigrationFolder): { direct: MigrationFile[]; below: MigrationFile[] } {
  const isDirect = ({ path }: MigrationFile) => !path.includes('/');
  return { direct: files.filter(isDirect), below: files.filter((file) => !isDirect(file)) };
}

/** Whether it is the down migration of another one: `x.down.sql` beside `x.up.sql` or `x.sql`, `down.sql` beside `up.sql`. */
export function isWayBack({ path }: MigrationFile, { files }: MigrationFolder): boolean {
  const ways = [path.replace(/(^|[./])down\.sql$/i, '$1up.sql'), path.replace(/\.down\.sql$/i, '.sql')];
  const forward = ways.filter((way) => way !== path).map((way) => way.toLowerCase());
  return files.some((other) => forward.includes(other.path.toLowerCase()));
}

/** The path in the folder of a file that is named relative to the workspace, and was not read. */
export function pathIn({ files, companions }: MigrationFolder, file: string): string {
  const known = files[0] ?? companions[0];
  const root = known === undefined ? '' : known.file.slice(0, known.file.length - known.path.length);
  return file.startsWith(root) ? file.slice(root.length) : file;
}
