import type { Severity, Verdict } from '../../facts/finding.ts';

export const icons: Record<Verdict, string> = { cleared: '✅', warned: '⚠️', blocked: '❌', failed: '💥' };

export const severityIcons: Record<Severity, string> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
