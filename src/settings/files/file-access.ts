import { constants, isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { getSystemErrorMap } from 'node:util';

/** Why a file cannot be used; `problem` goes on a sentence that began with the file's name. */
export interface FileProblem {
  problem: string;
  remedy: string;
  /** 1-based. */
  line?: number;
}

/** What is at `path`, links followed; `undefined` where there is nothing. */
export function lookUp(path: string): Stats | FileProblem | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : unreadable(error);
  }
}

/** A path as locations name it: relative to the workspace, with `/`. */
export function nameIn(workspace: string, path: string): string {
  return relative(workspace, path).split(sep).join('/') || '.';
}

/** The text of a UTF-8 file; its byte order mark is dropped, unless it matters. What could not be read whole is refused. */
export function readText(path: string, mark: 'drop' | 'keep' = 'drop'): string | FileProblem {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable(error);
  }
  if (bytes.length > constants.MAX_STRING_LENGTH) return tooLarge;
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

/** Why a file is of no use here. */
export function unreadable(error: unknown): FileProblem {
  if ((error as NodeJS.ErrnoException).code === 'ERR_FS_FILE_TOO_LARGE') return tooLarge;
  return {
    problem: `cannot be read: ${systemReason(error)}`,
    remedy: 'Correct the path, or its permissions.',
  };
}

/** What the system said, in its words and without the path. */
export function systemReason(error: unknown): string {
  const { code, errno, message } = error as NodeJS.ErrnoException;
  return (errno !== undefined && getSystemErrorMap().get(errno)?.[1]) || (code ?? message);
}

const tooLarge: FileProblem = { problem: 'is too large to be read as text', remedy: 'Split the file.' };

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
