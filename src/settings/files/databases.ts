import { realpathSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Mistake } from '../../facts/database.ts';
import type { DatabaseFile } from '../../facts/settings.ts';
import { short } from '../told.ts';
import { OverBudget } from './budget.ts';
import { type FileProblem, LEADS_OUT, lookUp } from './file-access.ts';
import { isGlob } from './glob-pattern.ts';
import { matchesOf } from './globs.ts';
import { resultsAmong } from './output-folder.ts';
import { type Place as Named, type Reach, reachOf } from './reach.ts';
import type { Reader } from './sql-files.ts';

interface Place extends Named {
  /** Where earlier runs may have left their results; absolute. */
  output: string;
  /** How those are called. */
  reportFiles: readonly string[];
}

/**
 * The snapshots that `given` names: paths or globs, relative to `folder`. A path that exists is no glob; one that does
 * not exist stays, because the engine says why it cannot be used. A snapshot given twice counts once.
 * What the step names may be anywhere, and behind a link. What the config names, and what a glob finds in the repository,
 * must be in the repository: a pull request could have put a link there.
 */
export function readDatabases(
  given: readonly string[],
  place: Place,
  reader: Reader,
): { databases: DatabaseFile[]; mistakes: Mistake[] } {
  const { folder } = place;
  const read = given.map((text) => filesOf(text, place, reader));
  const paths = new Map<string, string>();
  for (const name of read.flatMap(({ names }) => names)) {
    const path = resolve(folder, name);
    if (!paths.has(path)) paths.set(path, name.replaceAll('\\', '/'));
  }
  const mistakes = read.flatMap((one) => one.mistakes);
  return { databases: named([...paths].map(([path, name]) => ({ path, name }))), mistakes };
}

interface Found {
  names: readonly string[];
  mistakes: Mistake[];
}

function filesOf(text: string, place: Place, { author, budget }: Reader): Found {
  if (text.includes('\0')) return refused('database holds a NUL character.', 'Correct the path.');
  if (text === ':memory:') {
    return refused('database is :memory:, which is always empty.', 'Give the path of a file.');
  }
  const { folder } = place;
  const reach = reachOf(text, author, place);
  if (!isGlob(text) || lookUp(resolve(folder, text)) !== undefined) {
    const isAllowed = author === 'step' || isWithin(resolve(folder, text), reach);
    return isAllowed ? { names: [text], mistakes: [] } : { names: [], mistakes: [said(text, LEADS_OUT)] };
  }
  const mistakes: Mistake[] = [];
  const refuse = (path: string, problem: FileProblem) => mistakes.push(said(path, problem));
  try {
    const matches = matchesOf(text, folder, { reach, budget, refuse }) ?? [];
    const results = resultsAmong(matches, text, place);
    const own = new Set(matches);
    const names = matches.filter((name) => !belongsTo(name, own) && !results.has(name));
    if (names.length + mistakes.length === 0) return refused(`no database matches ${short(text)}.`, CHECK);
    const outside = names.filter((name) => !isWithin(resolve(folder, name), reach));
    const left = new Set(outside);
    const leading = outside.map((name) => said(name, LEADS_OUT));
    return { names: names.filter((name) => !left.has(name)), mistakes: [...mistakes, ...leading] };
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return refused(`${short(text)} ${error.message}.`, 'Write a narrower glob.');
  }
}

/** What is not there leads nowhere. */
function isWithin(path: string, reach: Reach): boolean {
  try {
    return reach.holds(realpathSync(path));
  } catch {
    return reach.holds(path);
  }
}

function said(name: string, { problem, remedy }: FileProblem): Mistake {
  return { key: 'database', message: `the database ${short(name)} ${problem}.`, remedy };
}

function refused(message: string, remedy: string): Found {
  return { names: [], mistakes: [{ key: 'database', message, remedy }] };
}

/** SQLite's own files beside a database are a part of it. */
function belongsTo(name: string, databases: ReadonlySet<string>): boolean {
  const owner = /^(.*)-(?:wal|shm|journal)$/s.exec(name)?.[1];
  return owner !== undefined && databases.has(owner);
}

const CHECK = 'Check the glob, and that the step which fetches the snapshots ran before this one.';

/** Each copy is called by its file's name; where files of several folders share one, by its path. */
function named(files: readonly Omit<DatabaseFile, 'migrated'>[]): DatabaseFile[] {
  const stems = Map.groupBy(files, ({ path }) => stemOf(basename(path)).toLowerCase());
  const used = new Set<string>();
  return files.map((file) => {
    const stem = stemOf(basename(file.path));
    const isAlone = stems.get(stem.toLowerCase())?.length === 1;
    const label = unused(isAlone ? plain(stem) : slug(stemOf(file.name)), used);
    used.add(label.toLowerCase());
    return { ...file, migrated: migratedName(label, file.path) };
  });
}

/** A dump becomes a database. */
function migratedName(label: string, path: string): string {
  const extension = plain(extname(unpackedName(path)));
  return `${label}.migrated${/^(\.sql)?$/i.test(extension) ? '.db' : extension}`;
}

/** `tenants/a/app.db.zst` to `tenants/a/app`. */
function stemOf(name: string): string {
  const unpacked = unpackedName(name);
  return unpacked.slice(0, unpacked.length - extname(unpacked).length) || unpacked;
}

function unpackedName(name: string): string {
  return name.replace(/\.(gz|zst)$/i, '');
}

function slug(path: string): string {
  return plain(path.replace(/^[./\\]+/, ''));
}

/** Without what the name of a file in an artifact, or a line of an output, must not hold. */
function plain(name: string): string {
  return name.replace(/[":<>|*?\\/\p{Cc}\p{Zl}\p{Zp}]+/gu, '-');
}

function unused(label: string, used: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? label : `${label}-${number}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
