/** What is known of the user's input file. It is never opened by SQLite and never written. */
export interface SnapshotFacts {
  /** As the user wrote it. */
  path: string;
  kind: 'sqlite';
  bytes: number;
  sha256: string;
  /** Write format of the header: `wal`, or `delete` for every rollback mode. */
  journalMode: 'wal' | 'delete';
  pageSize: number;
  userVersion: number;
  /** Sidecar files that were copied with the main file, in bytes. */
  sidecars: { suffix: '-wal' | '-journal'; bytes: number }[];
  /** `false` when size, time or content changed while it was being copied. */
  stable: boolean;
}
