import { existsSync } from 'node:fs';
import type { History } from '../../facts/history.ts';
import { withConnection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { hashOf } from './copy.ts';
import { readHistory } from './read-history.ts';

export interface FinalizeRequest {
  /** Absolute path of the user's file, and what it was when it was copied. */
  snapshot: string;
  sha256: string;
  /** The copy that a program of the user's had. */
  after: string;
}

export interface FinalizeResult {
  snapshotIsSame: boolean;
  /** `undefined`: what is there now is no database. */
  history?: History;
}

/**
 * What a program left behind, as a database in one file: its first opening recovers it, and what is in its WAL is brought
 * into the file, whose journal mode stays.
 */
export function finalize({ snapshot, sha256, after }: FinalizeRequest): FinalizeResult {
  const snapshotIsSame = existsSync(snapshot) && hashOf(snapshot) === sha256;
  if (!existsSync(after)) return { snapshotIsSame };
  try {
    withConnection(after, 'write', (connection) => {
      connection.number('SELECT count(*) FROM sqlite_schema');
      if (connection.text('PRAGMA journal_mode') === 'wal')
        connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
    return { snapshotIsSame, history: readHistory(after) };
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return { snapshotIsSame };
  }
}
