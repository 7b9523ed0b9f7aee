import type { PreflightRecord } from '../../../facts/record.ts';
import { DETAILS, renderMarkdown } from '../markdown/markdown.ts';
import { tally } from '../markdown/tally.ts';

/**
 * GitHub drops a job summary above 1,048,576 bytes as a whole (actions/runner, FileCommandManager.cs), and users report
 * trouble at the limit itself; this stays well below.
 */
const LIMIT = 1_000_000;

/**
 * The job summary in at most `maxBytes` bytes of UTF-8: whole parts of report.md are left out, and named, until it
 * fits. Below some 200 bytes nothing fits, and the shortest form comes back.
 */
export function renderSummary(record: PreflightRecord, maxBytes = LIMIT): string {
  for (const detail of DETAILS) {
    const text = renderMarkdown(record, detail);
    if (Buffer.byteLength(text) <= maxBytes) return text;
  }
  return `# Migration preflight: ${record.verdict}\n\n${tally(record.findings)}\n\nAll else is left out here for its size: see report.md of the report artifact.\n`;
}
