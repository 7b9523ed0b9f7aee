import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreflightRecord } from '../../facts/record.ts';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown/index.ts';

/** Where the reports are. */
export interface ReportFiles {
  json: string;
  markdown: string;
}

/** Writes report.json and report.md into `folder`, each whole or not at all. Throws when the folder cannot be written. */
export function writeReports(record: PreflightRecord, folder: string): ReportFiles {
  mkdirSync(folder, { recursive: true });
  return {
    json: write(join(folder, 'report.json'), renderJson(record)),
    markdown: write(join(folder, 'report.md'), renderMarkdown(record)),
  };
}

function write(path: string, text: string): string {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
  return path;
}
