import { lstatSync, type Stats, statSync } from 'node:fs';
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
    return isNothing(error) ? undefined : unreadable(error);
  }
}

/** Whether there is anything of this name, be it a link to nothing. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch (error) {
    return !isNothing(error);
  }
}

function isNothing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** A path as locations name it: relative to the workspace, with `/`. */
export function nameIn(workspace: string, path: string): string {
  return relative(workspace, path).split(sep).join('/') || '.';
}

/** Why a file is of no use here. */
export function unreadable(error: unknown): FileProblem {
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

/** Out of reach. */
export const LEADS_OUT: FileProblem = {
  problem: 'leads out of the repository',
  remedy: 'Put into the repository what is to be read; a place outside of it only the step may name.',
};
