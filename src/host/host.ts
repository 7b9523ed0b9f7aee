import type { PreflightRecord } from '../facts/record.ts';

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
  /** Tells a person watching what is going on. */
  progress(text: string): void;
  /** Says everything: log, reports, summary, outputs, artifacts; in that order. Returns the process's exit code. */
  publish(record: PreflightRecord, options: PublishOptions): Promise<number>;
}

export interface PublishOptions {
  output: string;
  upload: 'auto' | 'report' | 'all' | 'never';
  artifactName: string;
  retentionDays?: number;
  /** Aborts when the run is cancelled: what takes long is then left out. */
  signal?: AbortSignal;
}
