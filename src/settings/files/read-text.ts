import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { type FileProblem, LEADS_OUT, unreadable } from './file-access.ts';
import type { Reach } from './reach.ts';

/** What is read of a file, and from where. */
export interface Reading {
  reach: Reach;
  /** In bytes. */
  most: number;
  /** What becomes of a byte order mark. */
  mark: 'drop' | 'keep';
}

/**
 * The text of a UTF-8 file. Refused is what could not be read whole, what is no file, and what lies out of reach: a pipe
 * could be waited for without end, a device be read without end, and a link lead to a secret.
 */
export function readText(path: string, { reach, most, mark }: Reading): string | FileProblem {
  try {
    const bytes = readWhole(path, reach, most);
    return bytes instanceof Uint8Array ? decoded(bytes, mark) : bytes;
  } catch (error) {
    return unreadable(error);
  }
}

/** Windows knows the last two not. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function readWhole(path: string, reach: Reach, most: number): Buffer | FileProblem {
  const real = realpathSync(path);
  if (!reach.holds(real)) return LEADS_OUT;
  // Before it is opened, because opening alone moves some devices.
  const problem = kindProblem(lstatSync(real));
  if (problem !== undefined) return problem;
  const file = openSync(real, FLAGS);
  try {
    return isStill(file, path, real) ? readOpen(file, most) : CHANGING;
  } finally {
    closeSync(file);
  }
}

/** Somebody may have put another file, or another link, in its place since. */
function isStill(file: number, path: string, real: string): boolean {
  const opened = fstatSync(file, { bigint: true });
  const there = lstatSync(real, { bigint: true });
  return realpathSync(path) === real && opened.dev === there.dev && opened.ino === there.ino;
}

function readOpen(file: number, most: number): Buffer | FileProblem {
  const { size } = fstatSync(file);
  if (size > most) return tooLarge(most);
  const bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length <= size; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, null);
  }
  return length === size ? bytes.subarray(0, size) : CHANGING;
}

function kindProblem(stats: Stats): FileProblem | undefined {
  if (stats.isFile()) return undefined;
  // Without links it was a moment ago.
  if (stats.isSymbolicLink()) return CHANGING;
  const kind = stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a named pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device';
  return { problem: `is ${kind}, not a file`, remedy: 'Put a file there.' };
}

const CHANGING: FileProblem = {
  problem: 'was changed while it was read',
  remedy: 'Let nothing write there meanwhile.',
};

function decoded(bytes: Buffer, mark: Reading['mark']): string | FileProblem {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: 'is UTF-16', remedy: 'Save it as UTF-8.', line: 1 };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const problem = `holds a NUL byte at offset ${nul}`;
    return { problem, remedy: 'Remove the byte, or save the file as UTF-8.', line: lineAt(bytes, nul) };
  }
  if (!isUtf8(bytes)) {
    const at = firstInvalid(bytes);
    return { problem: `is not UTF-8 at offset ${at}`, remedy: 'Save it as UTF-8.', line: lineAt(bytes, at) };
  }
  return new TextDecoder('utf-8', { ignoreBOM: mark === 'keep' }).decode(bytes);
}

function tooLarge(most: number): FileProblem {
  const limit = most < 2 ** 20 ? `${most / 2 ** 10} KiB` : `${most / 2 ** 20} MiB`;
  return { problem: `is larger than ${limit}`, remedy: 'Split it, or remove what is not needed.' };
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf('\n'); at !== -1 && at < offset; at = bytes.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Where the first sequence starts that is no character. */
function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthAfter(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

/** Bytes of the character that starts with `lead`; a byte that starts none is found invalid by itself. */
function lengthAfter(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
