import { readdirSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Mistake } from '../../facts/database.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { type FileProblem, lookUp, nameIn, readText, unreadable } from './file-access.ts';
import { matchesOf, rootOf } from './globs.ts';

export interface Sources {
  files: MigrationFile[];
  /** The files beside them that the meaning asks for too. */
  companions: MigrationFile[];
  /** What lies beside them and is no SQL, relative to the workspace. */
  ignored: string[];
  mistakes: Mistake[];
}

/** Both absolute. */
interface Place {
  /** What paths are relative to. */
  folder: string;
  /** What the names that come out are relative to. */
  workspace: string;
}

/** The setting that names the files, and what one of them is, for mistakes. */
interface Meaning {
  key: string;
  noun: string;
  /** Names of files that are no SQL and are read all the same. */
  companions?: readonly string[];
}

/** Reads the SQL files of a folder (with everything below it), a file or a glob. Hidden files are passed over. */
export function readSqlFiles(given: string, { folder, workspace }: Place, meaning: Meaning): Sources {
  const { key, noun, companions = [] } = meaning;
  const mistake = (message: string, remedy: string): Mistake => ({ key, message, remedy });
  const sources: Sources = { files: [], companions: [], ignored: [], mistakes: [] };
  const name = (path: string) => nameIn(workspace, path);
  const refuse = (path: string, { problem, remedy, line }: FileProblem) => {
    const place = { file: name(path), ...(line !== undefined && { line }) };
    sources.mistakes.push({ ...mistake(`${name(path)} ${problem}.`, remedy), ...place });
  };
  const found = find(given, folder, refuse);
  if (found === undefined) {
    const message = `no ${noun} was recognised in ${JSON.stringify(given)}: nothing is there.`;
    const remedy = 'Give one folder, file or glob, relative to working-directory.';
    return { ...sources, mistakes: [mistake(message, remedy)] };
  }
  // The same order on every machine; which order counts is for the reader of the files to say.
  const top = rootOf(given, folder);
  for (const path of found.toSorted()) {
    const isSql = /\.sql$/i.test(path);
    const read = isSql || companions.includes(basename(path)) ? readFile(path) : undefined;
    if (read === undefined) sources.ignored.push(name(path));
    else if ('problem' in read) refuse(path, read);
    else
      (isSql ? sources.files : sources.companions).push({
        file: name(path),
        path: nameIn(top, path),
        ...read,
      });
  }
  if (sources.files.length === 0 && sources.mistakes.length === 0) {
    const message = `no ${noun} was recognised in ${given}: no file there has a name that ends in .sql.`;
    sources.mistakes.push(mistake(message, 'Give a folder, file or glob with .sql files.'));
  }
  return sources;
}

type Refuse = (path: string, problem: FileProblem) => void;

/** Paths of files, SQL or not; `undefined` where nothing is there. A path that exists is no glob. */
function find(given: string, folder: string, refuse: Refuse): string[] | undefined {
  const path = resolve(folder, given);
  const there = lookUp(path);
  if (there === undefined) return matchesOf(given, folder)?.map((match) => resolve(folder, match));
  if ('problem' in there) refuse(path, there);
  else if (there.isDirectory()) return filesBelow(path, refuse);
  else return [path];
  return [];
}

/** `above`: real paths of the folders on the way, because a link may lead back to one of them. */
function filesBelow(folder: string, refuse: Refuse, above: readonly string[] = []): string[] {
  try {
    const real = realpathSync(folder);
    if (above.includes(real)) return [];
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return names.flatMap((name) => {
      const path = join(folder, name);
      const there = lookUp(path);
      const isFolder = there !== undefined && !('problem' in there) && there.isDirectory();
      return isFolder ? filesBelow(path, refuse, [...above, real]) : [path];
    });
  } catch (error) {
    refuse(folder, unreadable(error));
    return [];
  }
}

/** `undefined` for what is no file: reading a pipe could wait for ever. */
function readFile(path: string): { sql: string; bom?: true } | FileProblem | undefined {
  const there = lookUp(path);
  if (there === undefined) return { problem: 'is a link to nothing', remedy: 'Correct or remove the link.' };
  if ('problem' in there) return there;
  if (!there.isFile()) return undefined;
  const text = readText(path, 'keep');
  if (typeof text !== 'string') return text;
  return text.startsWith('\uFEFF') ? { sql: text.slice(1), bom: true } : { sql: text };
}
