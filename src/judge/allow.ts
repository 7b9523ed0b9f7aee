import type { DatabaseFacts } from '../facts/database.ts';
import type { Finding } from '../facts/finding.ts';
import type { Allowance } from '../facts/settings.ts';
import { sameName } from '../sql/quote.ts';
import { rule as unused } from './rules/allowance-unused.ts';

/** Findings that no reason can make safe. */
const NEVER = new Set([
  'allowance-unused',
  'half-migrated',
  'integrity-damaged',
  'migration-failed',
  'migration-timeout',
  'transaction-left-open',
]);

export function isAllowable(rule: { id: string; kind: string }): boolean {
  return rule.kind === 'problem' && !NEVER.has(rule.id);
}

/**
 * Turns each finding that an allowance covers into a notice with its reason. An allowance covers one rule on one
 * subject, up to `max` and through the day of `expires` (UTC). One that covered nothing is a warning of its own,
 * unless its migration is not among the pending ones.
 */
export function applyAllowances(
  findings: readonly Finding[],
  allowances: readonly Allowance[],
  databases: readonly DatabaseFacts[],
  now: Date,
): Finding[] {
  const used = new Set<Allowance>();
  const today = now.toISOString().slice(0, 10);
  const current = allowances.filter(({ expires }) => expires === undefined || expires >= today);
  const judged = findings.map((finding): Finding => {
    const fits = current.filter((allowance) => covers(allowance, finding, databases));
    for (const allowance of fits) used.add(allowance);
    const [enough] = fits.filter(({ max }) => max === undefined || (finding.count ?? 1) <= max);
    if (enough !== undefined) return { ...finding, severity: 'notice', allowed: enough.reason };
    const most = Math.max(...fits.map(({ max = 0 }) => max));
    return fits.length === 0
      ? finding
      : { ...finding, message: `${finding.message} Allowed are at most ${most}.` };
  });
  const idle = allowances.filter((allowance) => !used.has(allowance) && isPending(allowance, databases));
  return [...judged, ...idle.map((allowance) => unusedFinding(allowance, current, databases))];
}

function covers(allowance: Allowance, finding: Finding, databases: readonly DatabaseFacts[]): boolean {
  const { rule, table, column, object } = allowance;
  if (rule !== finding.rule || !isPending(allowance, databases)) return false;
  if (table !== undefined && !sameName(table, finding.table ?? '')) return false;
  if (object !== undefined && !sameName(object, finding.object ?? '')) return false;
  // One column allowed does not allow its neighbours in the same finding.
  return (
    column === undefined || (finding.columns?.length === 1 && sameName(column, finding.columns[0] ?? ''))
  );
}

function isPending({ migration }: Allowance, databases: readonly DatabaseFacts[]): boolean {
  if (migration === undefined) return true;
  const pending = databases.flatMap(({ plan }) => plan?.pending ?? []);
  return pending.some(({ id, file }) => {
    const base = file.slice(file.lastIndexOf('/') + 1);
    return [id, file, base].includes(migration) || base.startsWith(`${migration}_`);
  });
}

function unusedFinding(
  { rule, table, column, object, expires, source }: Allowance,
  current: readonly Allowance[],
  [first]: readonly DatabaseFacts[],
): Finding {
  const subject = [table, column, object].filter((part) => part !== undefined).join('.');
  const expired = expires !== undefined && !current.some((allowance) => allowance.source === source);
  return {
    rule: unused.id,
    severity: unused.severity,
    title: unused.title,
    message: `The allowance of ${rule} for ${subject} ${expired ? `expired on ${expires}` : 'matched no finding'}.`,
    remedy: expired ? 'Remove it, or give it a new date.' : unused.remedy,
    database: first?.path ?? '',
    ...(table !== undefined && { table }),
    location: source,
  };
}
