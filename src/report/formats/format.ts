import type { PreflightRecord } from '../../facts/record.ts';

/** A file that says what a run found. */
export interface ReportFormat {
  /** In the output folder and in the artifact. */
  file: string;
  /** The step's output with its path. */
  output: string;
  /** Who reads it, in a word or two. */
  title: string;
  /** The file's text: the same record gives the same text. */
  render(record: PreflightRecord): string;
}
