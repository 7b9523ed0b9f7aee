import { isHealthCheck } from '../facts/database.ts';
import type { Finding, FindingKind } from '../facts/finding.ts';
import type { PreflightRecord } from '../facts/record.ts';
import { counted } from '../text/numbers.ts';
import type { WrittenReports } from './publish/write-reports.ts';

/** What begins the last word on a run that failed: whose fault it is. */
export const FAULTS = {
  migration: 'The migration has problems',
  /** A health check has no migration that could be to blame. */
  database: 'The database has problems',
  setup: 'The set-up is wrong',
  preflight: 'The preflight broke',
} as const;

/**
 * The exit code and the last word. A run that cannot write its reports is broken, unless its set-up is wrong: that may
 * be why.
 */
export function endingOf(
  record: PreflightRecord,
  reports: WrittenReports,
): { exitCode: PreflightRecord['exitCode']; failure: string | undefined } {
  const { exitCode } = record;
  const failure = failureOf(record);
  if (!('problem' in reports)) return { exitCode, failure };
  if (exitCode === 2) return { exitCode, failure: `${failure} And ${reports.problem}` };
  return { exitCode: 3, failure: `${FAULTS.preflight}: ${reports.problem}` };
}

/** Why the process ends with the record's exit code, in a sentence; `undefined` for 0. */
export function failureOf({ exitCode, findings, databases }: PreflightRecord): string | undefined {
  switch (exitCode) {
    case 0:
      return undefined;
    case 1: {
      const rehearsed = databases.some(({ facts }) => !isHealthCheck(facts));
      return `${rehearsed ? FAULTS.migration : FAULTS.database}: ${tally(findings)}.`;
    }
    case 2:
      return `${FAULTS.setup}: ${reasons(findings, (kind) => kind !== 'internal')}`;
    case 3:
      return `${FAULTS.preflight}: ${reasons(findings, (kind) => kind === 'internal')}`;
  }
}

function tally(findings: readonly Finding[]): string {
  const parts = (['error', 'warning'] as const).flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [counted(number, severity)];
  });
  return parts.join(', ');
}

function reasons(findings: readonly Finding[], concerns: (kind: FindingKind) => boolean): string {
  const [first, ...others] = findings.filter(({ kind, severity }) => severity === 'error' && concerns(kind));
  if (first === undefined) return 'see the report.';
  return others.length === 0 ? first.message : `${first.message} And ${others.length} more: see the report.`;
}
