import { realpathSync, statSync } from 'node:fs';

/**
 * Marks that change when the user's file is written to: size, time and identity of it and of SQLite's files beside it. Of
 * -shm only that it exists, because readers of a database in use write to it.
 */
export function snapshotMarks(snapshot: string): string {
  const path = realpathSync(snapshot);
  const marks = ['', '-wal', '-journal', '-shm'].map((suffix) => {
    const stats = statSync(path + suffix, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return 'none';
    return suffix === '-shm' ? 'there' : [stats.ino, stats.size, stats.mtimeNs].join(':');
  });
  return marks.join();
}

/** `false` also where the file is gone. */
export function hasMarks(snapshot: string, marks: string): boolean {
  try {
    return snapshotMarks(snapshot) === marks;
  } catch {
    return false;
  }
}
