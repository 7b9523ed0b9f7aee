import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreflightRecord } from '../../facts/record.ts';
import { renderJson } from '../../report/formats/json/json.ts';
import { renderMarkdown } from '../../report/formats/markdown/index.ts';
import { reasonOf } from '../reason.ts';

/** Where the reports are. */
export interface ReportFiles {
  json: string;
  markdown: string;
}

/** Writes report.json and report.md into `folder`, each whole or not at all; or says in a sentence why not. */
export function writeReports(record: PreflightRecord, folder: string): ReportFiles | { problem: string } {
  try {
    mkdirSync(folder, { recursive: true });
    return {
      json: write(join(folder, 'report.json'), renderJson(record)),
      markdown: write(join(folder, 'report.md'), renderMarkdown(record)),
    };
  } catch (error) {
    const reason = reasonOf(error);
    const isPlace = (error as { code?: unknown } | null)?.code !== undefined;
    if (!isPlace) return { problem: `the reports cannot be made: ${reason}.` };
    const remedy = 'Give another folder as `output`.';
    return { problem: `the reports cannot be written to ${folder}: ${reason}. ${remedy}` };
  }
}

function write(path: string, text: string): string {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return path;
}
