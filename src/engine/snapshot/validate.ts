import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import type { Unusable } from '../../facts/database.ts';
import { systemCode } from '../../system-error.ts';
import { type Content, recognise, refuse } from './file-content.ts';

/** As many bytes as the smallest database has; enough to recognise every other kind of file. */
const HEAD = 512;

/**
 * Decides from the file's type and its first bytes what the snapshot is. `name`: as the user wrote it. Never opens it
 * with SQLite, and never waits: a FIFO is refused before it is opened.
 */
export function validate(path: string, name: string): Content | { unusable: Unusable } {
  try {
    return byType(statSync(path)) ?? byContent(path, name);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || MACHINE_FAULTS.has(code)) throw error;
    return bySystemError(code, path);
  }
}

/** They say something of this machine, and nothing of the file. */
const MACHINE_FAULTS = new Set(['EIO', 'EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EINTR']);

function byType(stats: Stats): { unusable: Unusable } | undefined {
  const remedy = 'Give the path of the database file itself.';
  if (stats.isDirectory()) return refuse('it is a folder, not a file.', remedy);
  if (stats.isFIFO()) return refuse('it is a named pipe, not a file.', remedy);
  if (stats.isSocket()) return refuse('it is a socket, not a file.', remedy);
  if (!stats.isFile()) return refuse('it is a device, not a file.', remedy);
  if (stats.size === 0) {
    return refuse(
      'it is empty (0 bytes): a migration that works on an empty database proves nothing about real rows.',
      'Check the step that fetches the snapshot, and give a copy of the real database.',
    );
  }
  return undefined;
}

/** What a file holds, from its first bytes. Throws the system's errors. */
export function byContent(path: string, name: string): Content | { unusable: Unusable } {
  // Without O_NONBLOCK, a pipe that took the place of the file since would block for ever.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const head = Buffer.alloc(HEAD);
    const length = readSync(file, head, 0, head.length, 0);
    return recognise(head.subarray(0, length), fstatSync(file).size, name);
  } finally {
    closeSync(file);
  }
}

function bySystemError(code: string, path: string): { unusable: Unusable } {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const reason = isLink(path) ? 'it is a link to nothing.' : 'there is no such file.';
    return refuse(
      reason,
      'Check the path, and that the step which fetches the snapshot ran before this one.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return refuse('it may not be read: permission denied.', 'Give this user read permission.');
  }
  return refuse(`it cannot be read (${code}).`, 'Check the path.');
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
