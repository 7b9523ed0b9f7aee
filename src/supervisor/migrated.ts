import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Moves the migrated copy out of the scratch folder before that is removed. Returns where it is now. */
export function keepMigrated(from: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  // A log that somebody left beside the copy of an earlier run would be played back into this one.
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(to + suffix, { force: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
  return to;
}
