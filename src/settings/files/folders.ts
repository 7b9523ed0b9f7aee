import { type Dirent, opendirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadBudget } from './budget.ts';
import { type FileProblem, LEADS_OUT, lookUp, unreadable } from './file-access.ts';
import type { Reach } from './reach.ts';

/** A search for files: where it may go, how far, and who hears of what cannot be looked at. */
export interface Walk {
  reach: Reach;
  budget: ReadBudget;
  refuse(path: string, problem: FileProblem): void;
}

/** The folder's path without links; `undefined` where it cannot be looked at, or lies out of reach. */
export function realFolder(folder: string, { reach, refuse }: Walk): string | undefined {
  try {
    const real = realpathSync(folder);
    if (reach.holds(real)) return real;
    refuse(folder, LEADS_OUT);
  } catch (error) {
    refuse(folder, unreadable(error));
  }
  return undefined;
}

/** What lies in a folder, in the order of its characters. */
export function entriesOf(folder: string, { budget, refuse }: Walk): Dirent[] {
  const entries: Dirent[] = [];
  try {
    // One by one, because a folder may hold more names than are ever looked at.
    const open = opendirSync(folder);
    try {
      for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
        budget.spend('entries');
        entries.push(entry);
      }
    } finally {
      open.closeSync();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    refuse(folder, unreadable(error));
    return [];
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Every file below a folder, hidden ones left out. Each folder is walked once, however many links lead to it, and by its
 * own path rather than by that of a link.
 */
export function filesBelow(top: string, walk: Walk): string[] {
  const files: string[] = [];
  const walked = new Set<string>();
  const own = [top];
  const links: string[] = [];
  for (let folder = own.pop() ?? links.shift(); folder !== undefined; folder = own.pop() ?? links.shift()) {
    const real = realFolder(folder, walk);
    if (real === undefined || walked.has(real)) continue;
    walked.add(real);
    for (const entry of entriesOf(folder, walk)) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) own.push(path);
      else if (entry.isSymbolicLink() && isFolder(path)) links.push(path);
      else files.push(path);
    }
  }
  return files;
}

function isFolder(path: string): boolean {
  const there = lookUp(path);
  return there !== undefined && !('problem' in there) && there.isDirectory();
}
