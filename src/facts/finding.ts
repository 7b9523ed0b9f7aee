import type { SampleRow } from './samples.ts';

export type Severity = 'error' | 'warning' | 'notice';
export type Verdict = 'cleared' | 'warned' | 'blocked' | 'failed';

/** Who has to act: the migration's author (exit 1), whoever set this up (2), or we broke (3). */
export type FindingKind = 'problem' | 'setup' | 'internal';

/** What a finding is about: the database and its migration, why a statement failed, or trouble in carrying out the run. */
export type FindingSubject = 'database' | 'failure' | 'run';

/** One rule's result on one subject. */
export interface Finding {
  rule: string;
  severity: Severity;
  kind: FindingKind;
  about: FindingSubject;
  title: string;
  message: string;
  remedy: string;
  /** The SELECT that lists the rows concerned. */
  query?: string;
  /** The snapshot's path as the user wrote it. */
  database: string;
  table?: string;
  columns?: string[];
  object?: string;
  count?: number;
  location?: Location;
  /** Some of the rows concerned, where the settings ask for them. */
  samples?: SampleRow[];
  /** Reason of the allowance that turned this into a notice. */
  allowed?: string;
}

export interface Location {
  /** Relative to the workspace, with `/`. */
  file: string;
  /** 1-based. */
  line?: number;
}
