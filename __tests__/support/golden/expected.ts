import type { Finding } from '../../../src/facts/finding.ts';
import type { PreflightRecord } from '../../../src/facts/record.ts';
import { type Expected, isLayoutCase, type Truth } from './golden-case.ts';
import { type MeasuredCase, rowsAfter } from './measure-case.ts';

/** A finding as expected.json and truth.json write it: `severity rule subject count line`, each where there is one. */
export function formatFinding({ rule, severity, table, columns, object, count, location }: Finding): string {
  const subject = [table, columns?.join('+'), object].filter((part) => part !== undefined).join('.');
  const line = location?.line === undefined ? '' : `line ${location.line}`;
  return [severity, rule, subject, count ?? '', line].filter((part) => part !== '').join(' ');
}

/** What expected.json holds once it is renewed. */
export function expectedFrom({ verdict, findings }: PreflightRecord): Expected {
  return { verdict, findings: findings.map(formatFinding) };
}

/** Lines of a difference, `-` before what is expected and `+` before what was found; none where both are equal. */
export function difference(expected: Expected | undefined, found: Expected): string[] {
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  const [before, now] = [linesOf(expected), linesOf(found)];
  const lines = [
    ...without(before, now).map((line) => `- ${line}`),
    ...without(now, before).map((line) => `+ ${line}`),
  ];
  return lines.length > 0 ? lines : ['the same in another order, or with other keys'];
}

function linesOf(expected: Expected | undefined): string[] {
  return expected === undefined ? [] : [`verdict ${expected.verdict}`, ...expected.findings];
}

/** The lines that are not in `others`, equal ones by their number. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** In what the program contradicts truth.json, or its absence; one sentence each. */
export function contradictions(measured: MeasuredCase): string[] {
  return [
    ...findingsAgainst(measured.golden.truth, expectedFrom(measured.record)),
    ...factsAgainst(measured),
  ];
}

/** What expected.json says less or more than truth.json lets it. */
export function findingsAgainst({ findings = [] }: Truth, said: Expected): string[] {
  const missing = without(findings, said.findings).map((finding) => `must be found: ${finding}`);
  if (findings.some(isAlarm)) return missing;
  const alarms = said.findings.filter(isAlarm).map((finding) => `a false alarm: ${finding}`);
  const isCleared = said.verdict === 'cleared';
  return [...missing, ...alarms, ...(isCleared ? [] : [`must be cleared, and is ${said.verdict}`])];
}

/** An error or a warning, as opposed to a notice. */
export function isAlarm(finding: string): boolean {
  return !finding.startsWith('notice ');
}

/** What is recognised, run and left behind, where the program says otherwise. */
function factsAgainst(measured: MeasuredCase): string[] {
  const { golden, facts } = measured;
  const { truth, name } = golden;
  const { plan, rehearsal } = facts;
  const found = {
    recognised: plan && [plan.layout, plan.profile.name],
    applied: plan?.applied,
    pending: plan?.pending.map(({ id }) => id),
    outcome: rehearsal.outcome,
    after: truth.after && Object.fromEntries(rowsAfter(measured, Object.keys(truth.after))),
  };
  // Of a layout everything is known: what is not said is not there.
  const keys = (['recognised', 'applied', 'pending', 'outcome', 'after'] as const).filter(
    (key) => isLayoutCase(name) || key in truth,
  );
  return keys
    .map((key) => [key, JSON.stringify(truth[key]), JSON.stringify(found[key])])
    .filter(([, must, is]) => must !== is)
    .map(([key, must, is]) => `${key} must be ${must}, and is ${is}`);
}
