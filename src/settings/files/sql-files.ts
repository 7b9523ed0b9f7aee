import { basename, resolve } from 'node:path';
import type { Mistake } from '../../facts/database.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { short } from '../told.ts';
import { MOST_BYTES, OverBudget, type ReadBudget } from './budget.ts';
import { type FileProblem, lookUp, nameIn } from './file-access.ts';
import { filesBelow, type Walk } from './folders.ts';
import { isGlob } from './glob-pattern.ts';
import { matchesOf, rootOf } from './globs.ts';
import { type Author, type Place, reachOf } from './reach.ts';
import { readText } from './read-text.ts';

export interface Sources {
  files: MigrationFile[];
  /** The files beside them that the meaning asks for too. */
  companions: MigrationFile[];
  /** What lies beside them and is no SQL, relative to the workspace. */
  ignored: string[];
  mistakes: Mistake[];
}

/** The setting that names the files, and what one of them is, for mistakes. */
interface Meaning {
  key: string;
  noun: string;
  /** Names of files that are no SQL and are read all the same. */
  companions?: readonly string[];
}

export interface Reader {
  /** Who named the files. */
  author: Author;
  budget: ReadBudget;
}

/** Reads the SQL files of a folder (with everything below it), a file or a glob. Hidden files are passed over. */
export function readSqlFiles(
  given: string,
  place: Place,
  { key, noun, companions }: Meaning,
  { author, budget }: Reader,
): Sources {
  const mistake = (message: string, remedy: string): Mistake => ({ key, message, remedy });
  const sources: Sources = { files: [], companions: [], ignored: [], mistakes: [] };
  const refuse = (path: string, { problem, remedy, line }: FileProblem) => {
    const file = nameIn(place.workspace, path);
    // A place outside of the workspace is none that a reader can be sent to.
    const where =
      file.startsWith('../') || file === '..' ? {} : { file, ...(line !== undefined && { line }) };
    sources.mistakes.push({ ...mistake(`${file} ${problem}.`, remedy), ...where });
  };
  const walk = { reach: reachOf(given, author, place), budget, refuse };
  try {
    const found = find(given, place.folder, walk);
    if (found === undefined && sources.mistakes.length === 0) {
      const message = `no ${noun} was recognised in ${JSON.stringify(short(given))}: nothing is there.`;
      return { ...sources, mistakes: [mistake(message, ONE)] };
    }
    // The same order on every machine; which order counts is for the reader of the files to say.
    const names = { workspace: place.workspace, top: rootOf(given, place.folder) };
    for (const path of (found ?? []).toSorted()) read(path, sources, walk, names, companions);
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return { ...sources, mistakes: [mistake(`${short(given)} ${error.message}.`, NARROWER)] };
  }
  if (sources.files.length === 0 && sources.mistakes.length === 0) {
    const message = `no ${noun} was recognised in ${short(given)}: no file there has a name that ends in .sql.`;
    sources.mistakes.push(mistake(message, 'Give a folder, file or glob with .sql files.'));
  }
  return sources;
}

const ONE = 'Give one folder, file or glob, relative to working-directory.';
const NARROWER = 'Name the folder that holds the files, and nothing else.';

/** Reads one file into `sources`, or refuses it. What is no SQL is listed only. */
function read(
  path: string,
  sources: Sources,
  { reach, budget, refuse }: Walk,
  { workspace, top }: { workspace: string; top: string },
  companions: readonly string[] = [],
): void {
  const file = nameIn(workspace, path);
  const isSql = /\.sql$/i.test(path);
  if (!isSql && !companions.includes(basename(path))) {
    sources.ignored.push(file);
    return;
  }
  const text = textOf(path, { reach, most: MOST_BYTES.sql, mark: 'keep' });
  if (typeof text !== 'string') {
    refuse(path, text);
    return;
  }
  budget.spend('files');
  budget.spend('bytes', text.length);
  budget.spend('lines', linesIn(text));
  const bom = text.startsWith('\uFEFF');
  const own = { file, path: nameIn(top, path), sql: bom ? text.slice(1) : text };
  (isSql ? sources.files : sources.companions).push({ ...own, ...(bom && { bom }) });
}

function linesIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function textOf(path: string, reading: Parameters<typeof readText>[1]): ReturnType<typeof readText> {
  if (lookUp(path) === undefined) {
    return { problem: 'is a link to nothing', remedy: 'Correct or remove the link.' };
  }
  return readText(path, reading);
}

/** Paths of files, SQL or not; `undefined` where nothing is there. A path that exists is no glob. */
function find(given: string, folder: string, walk: Walk): string[] | undefined {
  const path = resolve(folder, given);
  const there = lookUp(path);
  if (there === undefined) {
    const matches = isGlob(given) ? matchesOf(given, folder, walk) : undefined;
    return matches?.map((match) => resolve(folder, match));
  }
  if ('problem' in there) walk.refuse(path, there);
  else if (there.isDirectory()) return filesBelow(path, walk);
  else return [path];
  return [];
}
