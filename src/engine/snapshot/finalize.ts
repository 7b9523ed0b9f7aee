import { existsSync } from 'node:fs';
import type { History } from '../../facts/history.ts';
import { withConnection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { hashOf } from './copy.ts';
import { readHistory } from './read-history.ts';

export interface FinalizeRequest {
  /** Absolute path of the user's file, and its hash when it was copied. */
  snapshot: string;
  sha256: string;
  /** The copy that the user's own program worked on. */
  after: string;
}

export interface FinalizeResult {
  snapshotIsSame: boolean;
  /** Absent where there is no database any more. */
  history?: History;
}

/**
 * Turns what a program left behind into a database in one file: opening it recovers it, and a checkpoint brings its WAL
 * into the file. The journal mode stays.
 */
export function finalize({ snapshot, sha256, after }: FinalizeRequest): FinalizeResult {
  const snapshotIsSame = existsSync(snapshot) && hashOf(snapshot) === sha256;
  if (!existsSync(after)) return { snapshotIsSame };
  try {
    withConnection(
      after,
      'write',
      (connection) => {
        connection.number('SELECT count(*) FROM sqlite_schema');
        if (connection.text('PRAGMA journal_mode') === 'wal')
          connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      },
      'undefended',
    );
    return { snapshotIsSame, history: readHistory(after) };
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return { snapshotIsSame };
  }
}
