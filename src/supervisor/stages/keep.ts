import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode } from '../../system-error.ts';
import type { FactsPart } from '../facts-part.ts';
import type { PreflightRequest } from '../request.ts';
import { systemIncident } from '../system-incident.ts';
import type { DatabaseCopies } from './inspect.ts';

/** Keeps the migrated copy where the user wants it. */
export function keep(
  { output, migrated }: PreflightRequest,
  { after }: DatabaseCopies,
): FactsPart<{ migratedDatabase?: string }> {
  try {
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
