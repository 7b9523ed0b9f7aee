import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Mistake } from '../../facts/database.ts';
import type { DatabaseFile } from '../../facts/settings.ts';
import { lookUp, systemReason } from './file-access.ts';
import { rootOf } from './globs.ts';
import { type Reach, realAs } from './reach.ts';

/** Both folders are absolute. */
interface OutputChoice {
  wanted: string;
  /** What it is called in mistakes. */
  name: string;
  fallback: string;
  /** Names of the files that a run writes. */
  reportFiles: readonly string[];
  /** Where it may really be. */
  reach: Reach;
}

/** Where a run may write: the folder that is `wanted`, or, with the mistakes, another one for the reports. */
export function usableOutput(
  { wanted, name, fallback, reportFiles, reach }: OutputChoice,
  databases: readonly DatabaseFile[],
  rehearses: boolean,
): { folder: string; mistakes: Mistake[] } {
  const mistakes = overwrittenSnapshots(wanted, databases, rehearses, reportFiles);
  if (mistakes.length === 0) {
    const reason = reach.holds(realAs(wanted)) ? whyUnwritable(wanted) : 'it leads out of the repository';
    if (reason === undefined) return { folder: wanted, mistakes };
    const message = `the output folder ${name} cannot be written: ${reason}.`;
    mistakes.push({
      key: 'output',
      message,
      remedy: 'Give another folder as `output`, or correct its permissions.',
    });
  }
  const isSafe = overwrittenSnapshots(fallback, databases, false, reportFiles).length === 0;
  return { folder: isSafe ? fallback : join(fallback, 'refused'), mistakes };
}

/** Tries it, because permissions do not say it all; known only at the end, it would cost the whole run. */
function whyUnwritable(folder: string): string | undefined {
  const there = lookUp(folder);
  if (there !== undefined && !('problem' in there) && !there.isDirectory()) return 'it is no folder';
  const probe = join(folder, `.preflight-${process.pid}.tmp`);
  try {
    make(folder);
    writeFileSync(probe, '');
    rmSync(probe);
    return undefined;
  } catch (error) {
    return systemReason(error);
  }
}

/** With the folders around it. Node's own `recursive` never ends where a file system makes no folders, such as /proc. */
function make(folder: string): void {
  if (lookUp(folder) !== undefined) return;
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // A job beside this one may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * A snapshot where a run writes its reports or, where it `rehearses`, a migrated copy: it would be lost, and another
 * database be judged under its name.
 */
function overwrittenSnapshots(
  output: string,
  databases: readonly DatabaseFile[],
  rehearses: boolean,
  reportFiles: readonly string[],
): Mistake[] {
  const copies = databases.map(({ name, migrated }) => [migrated, `the migrated copy of ${name}`] as const);
  const written = [...reportFiles.map((name) => [name, name] as const), ...(rehearses ? copies : [])];
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
  { folder, output, reportFiles }: { folder: string; output: string; reportFiles: readonly string[] },
): ReadonlySet<string> {
  const place = realPath(output);
  if (realPath(rootOf(glob, folder)) === place) return new Set();
  const results = matches.filter(
    (match) =>
      (reportFiles.includes(basename(match)) || /\.migrated\.[^.]+$/.test(match)) &&
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
