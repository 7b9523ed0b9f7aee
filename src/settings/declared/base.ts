import { relative, sep } from 'node:path';
import type { Change } from '../../facts/settings.ts';
import { realAs } from '../files/reach.ts';
import { type GitPlace, git } from './git.ts';

/** Where a change may begin, and what it should end in. */
export interface ChangeBase {
  kind: Change['kind'];
  /** Names of commits, the one that says most first. */
  commits: readonly string[];
  /** The pull request's own last commit. */
  head?: string;
}

/** The files before a change. */
export interface BaseFiles {
  /** By absolute path; `undefined` where git does not answer. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, FileBefore> | undefined>;
}

export interface FileBefore {
  /** Absent where it was not there. */
  text?: string;
  /** It is a file of the repository, before or after: a change can have made it what it is. */
  isTracked: boolean;
}

/** The files before the change in the repository that holds the place; `undefined` where the checkout does not have them. */
export async function baseFiles(
  place: GitPlace,
  { commits, head }: Pick<ChangeBase, 'commits' | 'head'>,
): Promise<BaseFiles | undefined> {
  const folder = (await git(place, ['rev-parse', '--show-toplevel']))?.toString().trimEnd();
  if (folder === undefined || folder === '') return undefined;
  const top = { ...place, folder };
  const base = await firstCommit(top, commits, head);
  return base === undefined ? undefined : { read: (paths) => filesBefore(top, base, paths) };
}

/**
 * GitHub checks out a pull request merged into its base: that merge's first parent is what it was merged into, which the
 * payload may be behind.
 */
async function firstCommit(
  top: GitPlace,
  commits: readonly string[],
  head: string | undefined,
): Promise<string | undefined> {
  const names = ['HEAD^1', 'HEAD^2', ...commits].filter((name) => !/\s/.test(name));
  const input = names.map((name) => `${name}^{commit}\n`).join('');
  const found = await git(top, ['cat-file', '--batch-check=%(objectname)'], input);
  const [first, second, ...others] = (found?.toString().split('\n') ?? []).map((line) =>
    /^[0-9a-f]{40,64}$/.test(line) ? line : undefined,
  );
  const merged = head !== undefined && second === head ? first : undefined;
  return merged ?? others.find((commit) => commit !== undefined);
}

async function filesBefore(
  top: GitPlace,
  base: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FileBefore> | undefined> {
  const names = paths.map((path) => nameInRepository(top.folder, path));
  const asked = names.filter((name) => name !== undefined);
  const [now, before] = await Promise.all([blobs(top, 'HEAD', asked), blobs(top, base, asked)]);
  if (now === undefined || before === undefined) return undefined;
  return new Map(
    paths.map((path, at) => {
      const name = names[at] ?? '';
      const text = before.get(name);
      return [path, { isTracked: now.has(name) || text !== undefined, ...(text !== undefined && { text }) }];
    }),
  );
}

/** With `/`; `undefined` outside of the repository, and for a name that git cannot be asked for by lines. */
function nameInRepository(top: string, path: string): string | undefined {
  const name = relative(realAs(top), realAs(path)).split(sep).join('/');
  return name.startsWith('../') || name === '' || /[\r\n]/.test(name) ? undefined : name;
}

/** The texts of those files that a commit has; `undefined` where git does not answer. */
async function blobs(
  top: GitPlace,
  commit: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  if (names.length === 0) return new Map();
  const output = await git(top, ['cat-file', '--batch'], names.map((name) => `${commit}:${name}\n`).join(''));
  if (output === undefined) return undefined;
  const found = new Map<string, string>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf('\n', at);
    const [, kind, length] = / (\w+) (\d+)$/.exec(output.subarray(at, end).toString()) ?? [];
    at = end + 1;
    if (length === undefined) continue;
    if (kind === 'blob') found.set(name, output.subarray(at, at + Number(length)).toString());
    at += Number(length) + 1;
  }
  return found;
}
