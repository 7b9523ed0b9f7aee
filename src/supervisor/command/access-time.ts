import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Older than any write: with `relatime`, the default of Linux, only then does the first read set a new access time. */
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

/** Whether the file system of `folder` records access times; mounted with `noatime` it does not. */
export function notesReading(folder: string): boolean {
  const probe = join(folder, 'access-time');
  writeFileSync(probe, 'probe');
  setBack(probe);
  readFileSync(probe);
  const noted = wasRead(probe);
  rmSync(probe);
  return noted;
}

/** Sets the access time back, so that the next read shows. */
export function setBack(path: string): void {
  utimesSync(path, LONG_AGO, statSync(path).mtime);
}

/** Whether the file was read since its access time was set back; true also for one that is gone or replaced. */
export function wasRead(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.atimeMs !== LONG_AGO.getTime();
}
