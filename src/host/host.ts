import type { PreflightRecord } from '../facts/record.ts';
import type { Watch } from '../facts/rehearsal/activity.ts';
import type { Change, CommentWish } from '../facts/settings.ts';

/** Where we run. The only way for the rest of the program to learn about the outside, and to speak to it. */
export interface Host {
  /** Input name, as in action.yml, to its text. Absent or empty = unset. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** Absolute path that relative paths and locations refer to. */
  readonly workspace: string;
  /** Absolute path of the folder for reports where `output` is unset. */
  readonly defaultOutput: string;
  /** GitHub's name of what started the workflow; absent outside of one. */
  readonly event?: string;
  /** Where the change begins that started it; absent where nothing was changed. */
  readonly change?: ChangeBase;
  /** Tells a person watching what is going on. */
  progress(text: string): void;
  /** Hears what the run is doing, and tells what takes long. */
  readonly watch: Watch;
  /** Says everything: log, reports, summary, outputs, artifacts; in that order. Returns the process's exit code. */
  publish(record: PreflightRecord, options: PublishOptions): Promise<number>;
}

/** The commit before a change. */
export interface ChangeBase {
  kind: Change['kind'];
  /** Names of commits, the one that says most first. */
  commits: readonly string[];
  /** The pull request's own last commit. */
  head?: string;
}

export interface PublishOptions {
  output: string;
  upload: 'auto' | 'report' | 'all' | 'never';
  artifactName: string;
  retentionDays?: number;
  comment?: CommentWish;
  /** Aborts when the run is cancelled: what takes long is then left out. */
  signal?: AbortSignal;
}
