import type { PreflightRecord } from '../../facts/record.ts';
import type { ReportFiles } from './write-reports.ts';

/**
 * The step's outputs by name, apart from those of the artifacts. What is not known is empty. Several databases: one line
 * each, which is empty where there is nothing.
 */
export function outputsOf(
  record: PreflightRecord,
  reports: ReportFiles | { problem: string },
): Record<string, string> {
  const number = (severity: string) =>
    String(record.findings.filter((finding) => finding.severity === severity).length);
  const { json, markdown } = 'problem' in reports ? { json: '', markdown: '' } : reports;
  return {
    // A later step must not take a gate that broke for one that opened.
    verdict: 'problem' in reports ? 'failed' : record.verdict,
    errors: number('error'),
    warnings: number('warning'),
    orphans: orphans(record),
    'report-json': json,
    'report-markdown': markdown,
    'migrated-database': linesOf(record.databases.map(({ facts }) => facts.migratedDatabase)),
  };
}

/** One line each, so that every database keeps its line; no line at all where all are empty. */
export function linesOf(values: readonly (string | undefined)[]): string {
  return values.some(Boolean) ? values.map((value = '') => value).join('\n') : '';
}

function orphans({ databases }: PreflightRecord): string {
  const measured = databases.flatMap(({ facts }) => facts.after ?? facts.before ?? []);
  if (measured.length === 0) return '';
  return String(measured.flatMap((side) => side.orphans).reduce((sum, { rows }) => sum + rows, 0));
}

/** The migrated copies, in the order of the databases. */
export function migratedDatabases({ databases }: PreflightRecord): string[] {
  return databases.flatMap(({ facts }) => facts.migratedDatabase ?? []);
}
