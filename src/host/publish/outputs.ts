import type { PreflightRecord } from '../../facts/record.ts';
import type { ReportFiles } from './reports.ts';

/** The step's outputs by name, apart from those of the artifacts. Several databases: one line each. */
export function outputsOf(record: PreflightRecord, files: ReportFiles): Record<string, string> {
  const number = (severity: string) =>
    String(record.findings.filter((finding) => finding.severity === severity).length);
  const sides = record.databases.map(({ facts }) => facts.after ?? facts.before);
  const orphans = sides.flatMap((side) => side?.orphans ?? []).reduce((sum, { rows }) => sum + rows, 0);
  return {
    verdict: record.verdict,
    errors: number('error'),
    warnings: number('warning'),
    orphans: String(orphans),
    'report-json': files.json,
    'report-markdown': files.markdown,
    'migrated-database': migratedDatabases(record).join('\n'),
  };
}

export function migratedDatabases({ databases }: PreflightRecord): string[] {
  return databases.flatMap(({ facts }) => facts.migratedDatabase ?? []);
}
