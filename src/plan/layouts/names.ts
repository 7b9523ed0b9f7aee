import { basename } from 'node:path/posix';
import type { MigrationFile } from '../../facts/settings.ts';

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
