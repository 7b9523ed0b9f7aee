import type { Finding, Severity } from '../facts/finding.ts';
import type { PreflightRecord } from '../facts/record.ts';
import { visible } from './escape.ts';

export interface Annotation {
  severity: Severity;
  title: string;
  message: string;
  file?: string;
  line?: number;
}

/** GitHub shows ten of each severity for a step, and 4,096 characters of each. */
const MOST = 10;
const LONGEST = 4096;

/** Annotations at the SQL lines, the most severe first; what GitHub would drop is counted instead. */
export function renderAnnotations({ findings }: PreflightRecord): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    if (all.length <= MOST) return all.map(annotation);
    const rest = all.length - (MOST - 1);
    const more = {
      severity,
      title: 'And more',
      message: `And ${rest} more of severity ${severity}: see the report.`,
    };
    return [...all.slice(0, MOST - 1).map(annotation), more];
  });
}

function annotation({ severity, title, message, remedy, allowed, location }: Finding): Annotation {
  const advice = allowed === undefined ? remedy : `Allowed: ${allowed}`;
  return {
    severity,
    title: visible(title),
    message: cut(visible(`${message} ${advice}`)),
    ...(location !== undefined && { file: location.file }),
    ...(location?.line !== undefined && { line: location.line }),
  };
}

function cut(text: string): string {
  // A surrogate pair is not cut in half.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
