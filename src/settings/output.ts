import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Mistake } from '../facts/database.ts';
import type { DatabaseFile } from '../facts/settings.ts';
import { lookUp } from './files.ts';
import { rootOf } from './globs.ts';

const REPORTS = ['report.json', 'report.md'];

/** Where a run may write: the folder that is `wanted`, or, with the mistakes, another one for the reports. */
export function usableOutput(
  wanted: string,
  fallback: string,
  databases: readonly DatabaseFile[],
  rehearses: boolean,
): { folder: string; mistakes: Mistake[] } {
  const mistakes = overwrittenSnapshots(wanted, databases, rehearses);
  if (mistakes.length === 0) return { folder: wanted, mistakes };
  const isSafe = overwrittenSnapshots(fallback, databases, false).length === 0;
  return { folder: isSafe ? fallback : join(fallback, 'refused'), mistakes };
}

/**
 * A snapshot where a run writes its reports or, where it `rehearses`, a migrated copy: it would be lost, and another
 * database be judged under its name.
 */
function overwrittenSnapshots(
  output: string,
  databases: readonly DatabaseFile[],
  rehearses: boolean,
): Mistake[] {
  const copies = databases.map(({ name, migrated }) => [migrated, `the migrated copy of ${name}`] as const);
  const written = [...REPORTS.map((name) => [name, name] as const), ...(rehearses ? copies : [])];
  const targets = new Map(written.map(([file, what]) => [identityOf(join(output, file)), what]));
  const lost = databases.flatMap(({ path, name }) => {
    // What SQLite keeps beside a snapshot is a part of it.
    const parts = ['', '-wal', '-journal'].map((suffix) => identityOf(path + suffix));
    const what = parts.map((part) => targets.get(part)).find((target) => target !== undefined);
    return what === undefined ? [] : [{ name, what }];
  });
  const [first, ...others] = lost;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more like it`;
  const message = `the snapshot ${first.name} stands where ${first.what} is to be written${more}.`;
  const remedy = 'Give another folder as `output`, or name no result of an earlier run as database.';
  return [{ key: 'output', message, remedy }];
}

/** What earlier runs have left in `output`, among what a glob found; where the glob names that folder, it is asked for. */
export function resultsAmong(
  matches: readonly string[],
  glob: string,
  { folder, output }: { folder: string; output: string },
): ReadonlySet<string> {
  const place = realPath(output);
  if (realPath(rootOf(glob, folder)) === place) return new Set();
  const results = matches.filter(
    (match) =>
      (REPORTS.includes(basename(match)) || /\.migrated\.[^.]+$/.test(match)) &&
      realPath(dirname(resolve(folder, match))) === place,
  );
  return new Set(results);
}

/** Paths with one identity lead to one file, through links and other spellings too. */
function identityOf(path: string): string {
  const there = lookUp(path);
  if (there === undefined || 'problem' in there) return join(realPath(dirname(path)), basename(path));
  return `${there.dev}:${there.ino}`;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
