import { basename, extname, resolve } from 'node:path';
import type { Mistake } from '../../facts/database.ts';
import type { DatabaseFile } from '../../facts/settings.ts';
import { lookUp } from './file-access.ts';
import { isGlob, matchesOf } from './globs.ts';
import { resultsAmong } from './output-folder.ts';

/** Both absolute. */
interface Place {
  folder: string;
  /** Where earlier runs may have left their results. */
  output: string;
  /** How those are called. */
  reportFiles: readonly string[];
}

/**
 * The snapshots that `given` names: paths or globs, relative to `folder`. A path that exists is no glob; one that does
 * not exist stays, because the engine says why it cannot be used. A snapshot given twice counts once.
 */
export function readDatabases(
  given: readonly string[],
  place: Place,
): { databases: DatabaseFile[]; mistakes: Mistake[] } {
  const { folder } = place;
  const read = given.map((text) => filesOf(text, place));
  const paths = new Map<string, string>();
  for (const name of read.flatMap(({ names }) => names)) {
    const path = resolve(folder, name);
    if (!paths.has(path)) paths.set(path, name.replaceAll('\\', '/'));
  }
  const mistakes = read.flatMap(({ mistake }) => mistake ?? []);
  return { databases: named([...paths].map(([path, name]) => ({ path, name }))), mistakes };
}

function filesOf(text: string, place: Place): { names: readonly string[]; mistake?: Mistake } {
  if (text.includes('\0')) {
    return { names: [], mistake: wrong('database holds a NUL character.', 'Correct the path.') };
  }
  if (text === ':memory:') {
    const message = 'database is :memory:, which is always empty.';
    return { names: [], mistake: wrong(message, 'Give the path of a file.') };
  }
  const { folder } = place;
  if (!isGlob(text) || lookUp(resolve(folder, text)) !== undefined) return { names: [text] };
  const matches = matchesOf(text, folder) ?? [];
  const results = resultsAmong(matches, text, place);
  const names = matches.filter((name) => !belongsTo(name, matches) && !results.has(name));
  return names.length > 0 ? { names } : { names, mistake: wrong(`no database matches ${text}.`, CHECK) };
}

/** SQLite's own files beside a database are a part of it. */
function belongsTo(name: string, databases: readonly string[]): boolean {
  const owner = /^(.*)-(?:wal|shm|journal)$/s.exec(name)?.[1];
  return owner !== undefined && databases.includes(owner);
}

const CHECK = 'Check the glob, and that the step which fetches the snapshots ran before this one.';

function wrong(message: string, remedy: string): Mistake {
  return { key: 'database', message, remedy };
}

/** Each copy is called by its file's name; where files of several folders share one, by its path. */
function named(files: readonly Omit<DatabaseFile, 'migrated'>[]): DatabaseFile[] {
  const stems = Map.groupBy(files, ({ path }) => stemOf(basename(path)).toLowerCase());
  const used = new Set<string>();
  return files.map((file) => {
    const stem = stemOf(basename(file.path));
    const isAlone = stems.get(stem.toLowerCase())?.length === 1;
    const label = unused(isAlone ? stem : slug(stemOf(file.name)), used);
    used.add(label.toLowerCase());
    return { ...file, migrated: migratedName(label, file.path) };
  });
}

/** A dump becomes a database. */
function migratedName(label: string, path: string): string {
  const extension = extname(unpackedName(path));
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

/** Without what a path or the name of an artifact must not hold. */
function slug(path: string): string {
  return path.replace(/^[./\\]+/, '').replace(/[":<>|*?\r\n\\/]+/g, '-');
}

function unused(label: string, used: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? label : `${label}-${number}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
