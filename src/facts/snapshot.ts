/** A database, packed or not, or a dump of one. */
export type SnapshotKind = 'sqlite' | 'gz' | 'zst' | 'sql' | 'sql.gz' | 'sql.zst';

/**
 * How the files of a database in WAL mode show that commits are missing. `frames`: -shm counts more of them than the -wal
 * holds; `older`: the -wal is of an earlier state than the file; `pages`: the file has more pages than it counts.
 */
export type LogGap = 'frames' | 'older' | 'pages';

/** What is known of the user's input file. It is never opened by SQLite and never written. */
export interface SnapshotFacts {
  /** As the user wrote it. */
  path: string;
  kind: SnapshotKind;
  /** Of the file as it was given; `databaseBytes`: of the database in it. */
  bytes: number;
  databaseBytes: number;
  /** ISO 8601, UTC. */
  modifiedAt: string;
  sha256: string;
  /** Write format of the header: `wal`, or `delete` for every rollback mode. */
  journalMode: 'wal' | 'delete';
  pageSize: number;
  userVersion: number;
  /** Sidecar files that were copied with the main file, in bytes. */
  sidecars: { suffix: '-wal' | '-journal'; bytes: number }[];
  /** `false` when size, time or content changed while it was being copied. */
  stable: boolean;
  /** Absent where nothing tells. */
  logGap?: LogGap;
  /** Of a dump: full-text indexes that were made anew, because the rows of their tables got other rowids. */
  renumbered?: string[];
}
