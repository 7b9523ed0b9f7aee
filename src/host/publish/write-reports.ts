import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreflightRecord } from '../../facts/record.ts';
import type { ReportFormat } from '../../report/formats/format.ts';
import { formats } from '../../report/formats/index.ts';
import { reasonOf } from '../reason.ts';

/** A report that is on disk. */
export interface WrittenReport {
  format: ReportFormat;
  /** Absolute. */
  path: string;
}

export type WrittenReports = readonly WrittenReport[] | { problem: string };

/** Writes every report into `folder`, all of them whole or none; or says in a sentence why not. */
export function writeReports(record: PreflightRecord, folder: string): WrittenReports {
  try {
    mkdirSync(folder, { recursive: true });
    const drafts = formats.map((format) => {
      const path = join(folder, format.file);
      return { format, path, draft: `${path}.${process.pid}.tmp`, text: format.render(record) };
    });
    writeTogether(drafts);
    return drafts.map(({ format, path }) => ({ format, path }));
  } catch (error) {
    const reason = reasonOf(error);
    const isPlace = (error as { code?: unknown } | null)?.code !== undefined;
    if (!isPlace) return { problem: `the reports cannot be made: ${reason}.` };
    const remedy = 'Give another folder as `output`.';
    return { problem: `the reports cannot be written to ${folder}: ${reason}. ${remedy}` };
  }
}

interface Draft {
  path: string;
  draft: string;
  text: string;
}

/** A disk that is full shows while the drafts are written; what an earlier run left is replaced only after that. */
function writeTogether(drafts: readonly Draft[]): void {
  const replaced: string[] = [];
  try {
    for (const { draft, text } of drafts) writeFileSync(draft, text);
    for (const { draft, path } of drafts) {
      renameSync(draft, path);
      replaced.push(path);
    }
  } catch (error) {
    // One alone would say something else than the exit code.
    for (const path of [...replaced, ...drafts.map(({ draft }) => draft)]) rmSync(path, { force: true });
    throw error;
  }
}
