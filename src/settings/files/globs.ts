import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lookUp } from './file-access.ts';

/** Whether a path that does not exist may be meant as a glob. */
export function isGlob(text: string): boolean {
  return /[*?[\]]|\{.*,.*\}/.test(text);
}

/**
 * What matches, relative like the glob, in the order of its characters; folders are no match, and hidden files only
 * where the glob asks for them. `undefined` where nothing at all is there.
 */
export function matchesOf(glob: string, folder: string): string[] | undefined {
  const asksHidden = hasHidden(glob);
  const matches = new Set(globSync(glob, { cwd: folder }).filter((match) => asksHidden || !hasHidden(match)));
  if (matches.size === 0) return undefined;
  return [...matches].toSorted().filter((match) => {
    const there = lookUp(resolve(folder, match));
    return there === undefined || 'problem' in there || !there.isDirectory();
  });
}

/** The folder that was given, or the one that a file or a glob is in. */
export function rootOf(given: string, folder: string): string {
  const path = resolve(folder, given);
  const there = lookUp(path);
  if (there !== undefined) return !('problem' in there) && there.isDirectory() ? path : dirname(path);
  const fixed = given.split('/').findIndex((part) => /[*?{}[\]!]/.test(part));
  return resolve(
    folder,
    given
      .split('/')
      .slice(0, fixed === -1 ? undefined : fixed)
      .join('/'),
  );
}

function hasHidden(path: string): boolean {
  return path.split(/[\\/]/).some((part) => /^\.[^.]/.test(part));
}
