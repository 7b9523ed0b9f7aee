import type { PreflightRecord } from '../facts/record.ts';
import { type Detail, renderMarkdown } from './markdown/index.ts';

/** GitHub drops a job summary above 1,048,576 bytes as a whole; this stays well below. */
const LIMIT = 1_000_000;

const LEVELS: { detail: Detail; left: string }[] = [
  { detail: 'full', left: '' },
  { detail: 'without-log', left: 'The statement log is left out here' },
  { detail: 'decision', left: 'The evidence is left out here' },
  { detail: 'counts', left: 'The findings are left out here' },
];

/** report.md within `limit` bytes of UTF-8: whole parts are left out, and named, until it fits. */
export function renderSummary(record: PreflightRecord, limit = LIMIT): string {
  for (const { detail, left } of LEVELS) {
    const note =
      left === '' ? '' : `\n> ${left}, for their size; they are in report.md of the report artifact.\n`;
    const text = renderMarkdown(record, detail) + note;
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return `# Migration preflight: ${record.verdict}\n\nThe report is too large to be shown here; it is in the report artifact.\n`;
}
