import { appendFileSync } from 'node:fs';
import type { PreflightRecord } from '../../facts/record.ts';
import { renderSummary } from '../../report/formats/summary/summary.ts';
import { reasonOf } from '../reason.ts';

/** Appends the job summary. Best effort: the problem comes back, and a runner without summaries is none. */
export function writeSummary(record: PreflightRecord, path: string | undefined): { problem?: string } {
  if (!path) return {};
  try {
    appendFileSync(path, renderSummary(record));
    return {};
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}
