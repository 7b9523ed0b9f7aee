import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode } from '../../system-error.ts';
import type { FactsPart } from '../facts-part.ts';
import type { PreflightRequest } from '../request.ts';
import { systemIncident } from '../system-incident.ts';
import type { DatabaseCopies } from './inspect-stage.ts';

/** Keeps the migrated copy where the user wants it. */
export function keep(
  { output, migrated }: Pick<PreflightRequest, 'output' | 'migrated'>,
  { after }: Pick<DatabaseCopies, 'after'>,
): FactsPart<{ migratedDatabase?: string }> {
  try {
    const left = neededBeside(after);
    if (left !== undefined) {
      const detail = `the migrated database was not kept: SQLite could not write all of it, and left a part in ${left}`;
      return { facts: {}, incidents: [{ task: 'rehearse', kind: 'error', detail }] };
    }
    return { facts: { migratedDatabase: keepMigrated(after, join(output, migrated)) } };
  } catch (error) {
    return { facts: {}, incidents: [systemIncident(error, 'the migrated database was not kept')] };
  }
}

/** Moves the migrated copy out of the scratch folder before that is removed. Returns where it is now. */
export function keepMigrated(from: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  // A log that somebody left beside the copy of an earlier run would be played back into this one.
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(to + suffix, { force: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
  return to;
}

/**
 * The file beside a database that SQLite still needs: a log that was not written back, or a journal that would be rolled
 * back. Without it the main file alone is damaged.
 */
function neededBeside(database: string): string | undefined {
  const hasLog = (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (hasLog) return '-wal';
  return isHot(`${database}-journal`) ? '-journal' : undefined;
}

/** With `journal_mode` PERSIST the journal stays, and its first bytes are overwritten with zeros. */
function isHot(journal: string): boolean {
  if (!existsSync(journal)) return false;
  const head = Buffer.alloc(8);
  const file = openSync(journal, 'r');
  try {
    return readSync(file, head) > 0 && head.some((byte) => byte !== 0);
  } finally {
    closeSync(file);
  }
}
