import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Mistake } from '../facts/database.ts';
import type { MigrationFile } from '../facts/settings.ts';

export interface Sources {
  files: MigrationFile[];
  /** What lies beside them and is no SQL, relative to the workspace. */
  ignored: string[];
  mistakes: Mistake[];
}

/**
 * Reads the SQL files of a folder (with everything below it), a file or a glob. `given` is relative to `folder`; the
 * names that come out are relative to `workspace`. Hidden files are passed over.
 */
export function readMigrations(given: string, folder: string, workspace: string): Sources {
  const found = find(given, folder);
  if ('message' in found) return { files: [], ignored: [], mistakes: [mistake(found.message, found.remedy)] };
  const isSql = (path: string) => /\.sql$/i.test(path);
  const name = (path: string) => relative(workspace, path).split(sep).join('/');
  const sources: Sources = {
    files: [],
    ignored: found.paths.filter((path) => !isSql(path)).map(name),
    mistakes: [],
  };
  for (const path of found.paths.filter(isSql)) {
    const text = readSql(path);
    if (typeof text === 'string') sources.files.push({ file: name(path), sql: text });
    else
      sources.mistakes.push({ ...mistake(`${name(path)} ${text.problem}.`, text.remedy), file: name(path) });
  }
  if (sources.files.length === 0 && sources.mistakes.length === 0) {
    sources.mistakes.push(
      mistake(`no migration was recognised in ${given}.`, 'Give a folder, file or glob with .sql files.'),
    );
  }
  return sources;
}

type Found = { paths: string[] } | { message: string; remedy: string };

function find(given: string, folder: string): Found {
  const path = resolve(folder, given);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return { paths: filesBelow(path) };
    if (stats !== undefined) return { paths: [path] };
  } catch (error) {
    return {
      message: `${given} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      remedy: 'Give read permission.',
    };
  }
  const matches = /[*?[{]/.test(given)
    ? globSync(given, { cwd: folder }).map((match) => resolve(folder, match))
    : [];
  const files = matches.filter((match) => statSync(match).isFile()).sort();
  if (files.length > 0) return { paths: files };
  return {
    message: `no migration was recognised: there is no file or folder ${given}.`,
    remedy: 'Give a folder, file or glob with .sql files, relative to working-directory.',
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

/** SQLite reads UTF-8 and stops at a NUL without a word; what it would not read whole is refused here. */
function readSql(path: string): string | { problem: string; remedy: string } {
  const bytes = readFileSync(path);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { problem: 'is UTF-16, and SQLite reads UTF-8', remedy: 'Save it as UTF-8.' };
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    return {
      problem: `holds a NUL byte at offset ${nul}, where SQLite stops reading`,
      remedy: 'Remove the byte.',
    };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: `is not valid UTF-8 at offset ${firstInvalid(bytes)}`, remedy: 'Save it as UTF-8.' };
  }
}

function firstInvalid(bytes: Buffer): number {
  // Decoding replaces the first invalid byte by U+FFFD; what precedes it is unchanged.
  const text = bytes.toString('utf8');
  let at = 0;
  for (const character of text) {
    const length = Buffer.byteLength(character);
    if (bytes.toString('utf8', at, at + length) !== character || character === '\uFFFD') return at;
    at += length;
  }
  return at;
}

function mistake(message: string, remedy: string): Mistake {
  return { key: 'migrations', message, remedy };
}
