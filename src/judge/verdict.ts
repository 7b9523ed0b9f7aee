import type { Finding, Severity, Verdict } from '../facts/finding.ts';
import type { Settings } from '../facts/settings.ts';

const REACHES: Record<Settings['failOn'], readonly Severity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};

/** What the findings say of one database, or of a run. `failed`: the preflight could not be carried out. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ kind }) => kind !== 'problem')) return 'failed';
  if (findings.some(({ severity }) => severity === 'error')) return 'blocked';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'cleared';
}

/** 3: we broke; 2: the set-up is wrong; 1: findings that reach `fail-on`; 0: none. The worst counts. */
export function exitCodeOf(findings: readonly Finding[], failOn: Settings['failOn']): 0 | 1 | 2 | 3 {
  const present = new Set(findings.map(({ kind }) => kind));
  if (present.has('internal')) return 3;
  if (present.has('setup')) return 2;
  return findings.some(({ severity }) => REACHES[failOn].includes(severity)) ? 1 : 0;
}
