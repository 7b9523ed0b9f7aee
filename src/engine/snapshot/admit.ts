import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import type { Unusable } from '../../facts/database.ts';

/** `SQLite format 3` and a NUL: the first 16 bytes of every database (sqlite.org/fileformat2.html). */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const SMALLEST_DATABASE = 512;

/**
 * Decides from the file's type and its first bytes whether the snapshot can be a SQLite database.
 * Never opens it with SQLite, and never waits: a FIFO is refused before it is opened.
 */
export function admit(path: string): Unusable | undefined {
  try {
    const refusal = byType(statSync(path));
    return refusal ?? byContent(path);
  } catch (error) {
    return bySystemError((error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function byType(stats: Stats): Unusable | undefined {
  const remedy = 'Give the path of the database file itself.';
  if (stats.isDirectory()) return { reason: 'it is a folder, not a file.', remedy };
  if (stats.isFIFO()) return { reason: 'it is a named pipe, not a file.', remedy };
  if (stats.isSocket()) return { reason: 'it is a socket, not a file.', remedy };
  if (!stats.isFile()) return { reason: 'it is a device, not a file.', remedy };
  if (stats.size === 0) {
    return {
      reason:
        'it is empty (0 bytes): a migration that works on an empty database proves nothing about real rows.',
      remedy: 'Check the step that fetches the snapshot, and give a copy of the real database.',
    };
  }
  return undefined;
}

function byContent(path: string): Unusable | undefined {
  // Without O_NONBLOCK, a pipe put in place of the file since would block for ever.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const head = Buffer.alloc(SMALLEST_DATABASE);
    const length = readSync(file, head, 0, head.length, 0);
    const isDatabase = head.subarray(0, MAGIC.length).equals(MAGIC);
    if (isDatabase && length === SMALLEST_DATABASE) return undefined;
    return notADatabase(head.subarray(0, length), isDatabase, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

function notADatabase(head: Buffer, isDatabase: boolean, bytes: number): Unusable {
  if (isDatabase) {
    return {
      reason: `it was cut off: ${bytes} bytes are fewer than the smallest database has (${SMALLEST_DATABASE}).`,
      remedy: 'Fetch the snapshot again and compare its size with the original.',
    };
  }
  if (head.toString('latin1').startsWith('version https://git-lfs')) {
    return {
      reason: 'it is a Git LFS pointer, not the database that it points to.',
      remedy: 'Let actions/checkout fetch it: `with: { lfs: true }`.',
    };
  }
  if (isText(head)) {
    return {
      reason: 'it is text, not a SQLite database.',
      remedy: 'Give the database file itself.',
    };
  }
  return {
    reason: 'it is not a SQLite database, or it is encrypted.',
    remedy: 'Give an unencrypted, unpacked SQLite file.',
  };
}

function isText(head: Buffer): boolean {
  // Text has no control characters but tab, line feed, form feed and carriage return.
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  );
}

function bySystemError(code: string): Unusable {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return {
      reason: 'there is no such file.',
      remedy: 'Check the path, and that the step which fetches the snapshot ran before this one.',
    };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return { reason: 'it may not be read: permission denied.', remedy: 'Give this user read permission.' };
  }
  return { reason: `it cannot be read (${code}).`, remedy: 'Check the path.' };
}
