import type { Severity } from '../../../facts/finding.ts';
import type { PreflightRecord } from '../../../facts/record.ts';
import { whole } from '../../../text/numbers.ts';
import { visible } from '../../../text/visible.ts';
import { type FindingGroup, groupFindings, inDatabases } from '../../shared/groups.ts';

export interface Annotation {
  severity: Severity;
  title: string;
  /** At most 4,096 UTF-16 code units. */
  message: string;
  /** Relative to the workspace, with `/`, as it is: it must lead to the file. */
  file?: string;
  /** 1-based. */
  line?: number;
}

/** GitHub keeps ten of each severity for a step, and 4,096 characters of each (actions/runner, ExecutionContext.cs). */
const MOST = 10;
const LONGEST = 4096;

/**
 * Annotations at the SQL lines, equal ones of several databases as one, the most severe first, else in the order of the findings. Of more than `most` of a
 * severity the last one counts what is not shown; a host that needs some of the ten for itself asks for fewer.
 */
export function renderAnnotations(
  { databases, findings }: PreflightRecord,
  most: Partial<Record<Severity, number>> = {},
): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const limit = most[severity] ?? MOST;
    const all = groupFindings(findings).filter(({ finding }) => finding.severity === severity);
    const several = databases.length > 1;
    const of = (group: FindingGroup) => annotation(group, several);
    if (all.length <= limit) return all.map(of);
    const shown = all.slice(0, limit - 1);
    return [...shown.map(of), more(severity, all.length - shown.length)];
  });
}

function annotation({ finding, databases }: FindingGroup, several: boolean): Annotation {
  const { severity, title, message, remedy, allowed, location } = finding;
  const where = several && databases.length > 0 ? ` (${inDatabases(databases)})` : '';
  const advice = allowed === undefined ? remedy : `Allowed: ${allowed}`;
  return {
    severity,
    title: visible(title),
    message: cut(visible(`${message}${where} ${advice}`)),
    ...(location !== undefined && { file: location.file }),
    ...(location?.line !== undefined && { line: location.line }),
  };
}

function more(severity: Severity, rest: number): Annotation {
  const message = `And ${whole(rest)} more of severity ${severity}, see the report.`;
  return { severity, title: 'And more', message };
}

function cut(text: string): string {
  // A surrogate pair is not cut in half.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
