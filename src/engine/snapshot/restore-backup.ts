import { copyFileSync } from 'node:fs';
import { hashOf } from './copy.ts';

export interface RestoreRequest {
  /** The sealed copy that serves as the backup. */
  backup: string;
  /** Where the migrated database is. */
  target: string;
}

export interface RestoreResult {
  /** Wall time of the copying alone. */
  ms: number;
  /** Whether it has the SHA-256 of the backup. */
  identical: boolean;
}

/** Puts the backup in the place of the migrated database, as `cp` would. */
export function restoreBackup({ backup, target }: RestoreRequest): RestoreResult {
  const started = performance.now();
  copyFileSync(backup, target);
  const ms = performance.now() - started;
  return { ms, identical: hashOf(target) === hashOf(backup) };
}
