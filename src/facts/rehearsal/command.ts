/** The project's own tool, as the user wants it run on the copy. */
export interface CommandOptions {
  /** For the shell. It may hold a secret of the workflow: no report shows it. */
  line: string;
  /** Absolute. */
  folder: string;
  /** What stands before the path in DATABASE_URL. */
  urlForm: UrlForm;
  /** Variables that go or stay, in order: the last that fits a name decides. */
  passEnv: EnvRule[];
  /** Absent: as long as the whole run may take. */
  timeoutMs?: number;
}

export type UrlForm = 'file:' | 'sqlite:' | 'sqlite:///' | 'sqlite3:';

export interface EnvRule {
  /** A name; `*` stands for any text. */
  pattern: string;
  keeps: boolean;
}

/** What a command did, as seen from outside: by its end and by the file. What was not measured is absent. */
export interface CommandFacts {
  /** Absent where a signal ended it, or we did. */
  exitCode?: number;
  signal?: string;
  ms?: number;
  /** What became of the copy. `untouched`: not even read; `unchanged`: this file system does not tell whether it was. */
  copy?: 'changed' | 'read' | 'untouched' | 'unchanged';
  /** It read its standard input, which is empty: it may have asked something. */
  asked?: true;
  /** Of its tool: the flag with which it does not ask. */
  quietly?: string;
  /** Databases in its folder that it changed, relative to it. */
  wroteBeside?: string[];
  /** Something in the snapshot says which migrations are applied. */
  keepsAccount?: true;
  /** There may have been more commits: some left no trace that could be looked at in time. */
  commitsAtLeast?: true;
  /** The longest time that a rollback journal was seen, in ms: writers wait that long at least. Absent under WAL. */
  longestWriteMs?: number;
  /** By the tools' own tables: what stands there only now. */
  recorded: RecordedMigrations[];
  /** Migration history tables, before and after. */
  bookkeeping: string[];
  /** The snapshot is another one than before the command. */
  snapshotTouched?: true;
  /** Processes that had left its process group and outlived it: how many were ended, and whether something still runs. */
  leftRunning?: { ended: number; remains: boolean };
}

export interface RecordedMigrations {
  tool: string;
  table: string;
  /** The tool's keys; of a tool that keeps only the last one, that one. */
  ids: string[];
}
