import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Older than any write: with `relatime`, the default of Linux, only then does every first reading count. */
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

/** Whether the file system of `folder` notes that a file is read at all; mounted with `noatime` it does not. */
export function notesReading(folder: string): boolean {
  const probe = join(folder, 'access-time');
  writeFileSync(probe, 'probe');
  setBack(probe);
  readFileSync(probe);
  const noted = wasRead(probe);
  rmSync(probe);
  return noted;
}

/** Makes the next reading visible. */
export function setBack(path: string): void {
  utimesSync(path, LONG_AGO, statSync(path).mtime);
}

/** Since it was set back; one that is gone or replaced was touched too. */
export function wasRead(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.atimeMs !== LONG_AGO.getTime();
}
