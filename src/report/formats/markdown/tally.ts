import type { Finding, Severity } from '../../../facts/finding.ts';
import { counted } from '../../../text/numbers.ts';

/** `2 errors, 1 warning, 0 notices.` */
export function tally(findings: readonly Finding[]): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return `${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('notice'), 'notice')}.`;
}
