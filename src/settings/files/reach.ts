import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Where the files of one setting may really be. A pull request can put a link to anything into its repository. */
export interface Reach {
  /** `real`: a path without links. */
  holds(real: string): boolean;
}

/** Who wrote a path down: the step, which no pull request can change, or a file of the repository. */
export type Author = 'step' | 'file';

/** A place outside that the step names by itself: whoever wrote the workflow knows what is there. */
export const ANYWHERE: Reach = { holds: () => true };

/** Inside of these folders, links followed. */
export function within(...folders: readonly string[]): Reach {
  const roots = folders
    .map((folder) => realAs(folder))
    .map((root) => (root.endsWith(sep) ? root : root + sep));
  return { holds: (real) => roots.some((root) => `${real}${sep}`.startsWith(root)) };
}

/**
 * Where a path may lead that is given relative to `folder`: out of the workspace only where the step says so in so many
 * words, and never by a link.
 */
export function reachOf(given: string, author: Author, { folder, workspace }: Place): Reach {
  if (author === 'step' && !isInside(workspace, resolve(folder, given))) return ANYWHERE;
  // A working directory outside is the step's own word too.
  return isInside(workspace, folder) ? within(workspace) : within(workspace, folder);
}

/** Both absolute. */
export interface Place {
  /** What paths are relative to. */
  folder: string;
  workspace: string;
}

/** By its spelling alone. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path without links, as far as it is there. */
export function realAs(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realAs(dirname(path)), basename(path));
  }
}
