import type { Severity, Verdict } from '../../facts/finding.ts';

export const icons: Record<Verdict, string> = { cleared: '✅', warned: '⚠️', blocked: '❌', failed: '💥' };

export const severityIcons: Record<Severity, string> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

/** Of the answer to a question that every reader asks. */
export const resultIcons = { good: '✅', attention: '⚠️', bad: '❌', unknown: '–' } as const;
