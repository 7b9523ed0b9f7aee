import type { DatabaseFacts } from '../facts/database.ts';
import type { Finding } from '../facts/finding.ts';
import type { Allowance } from '../facts/settings.ts';
import { once } from '../sql/by-name.ts';
import { foldName, sameName } from '../sql/quote.ts';
import { whole } from '../text/numbers.ts';
import { Pending } from './kit/pending.ts';
import { wasRehearsed } from './kit/view.ts';
import { rule as unused } from './rules/allowance-unused.ts';

/**
 * Turns each finding that an allowance covers into a notice with its reason. An allowance covers one rule on one
 * subject, in each database up to `max`, and through the day of `expires` (UTC). One whose migration was rehearsed
 * somewhere and that covered nothing anywhere is a warning of its own.
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
  const bySubject = Map.groupBy(current, (allowance) => keyOf(allowance.rule, subjectOf(allowance)));
  const byPath = Map.groupBy(databases, ({ path }) => path);
  const pendingIn = once((own: readonly DatabaseFacts[]) => new Pending(own));
  const judged = findings.map((finding): Finding => {
    const pending = pendingIn(byPath.get(finding.database) ?? NONE);
    const near = [...new Set(subjectsOf(finding))].flatMap(
      (name) => bySubject.get(keyOf(finding.rule, name)) ?? [],
    );
    const fits = near.filter(
      (allowance) =>
        covers(allowance, finding) && pending.has(allowance.migration) && pending.covers(allowance, finding),
    );
    for (const allowance of fits) used.add(allowance);
    return fits.length === 0 ? finding : allowed(finding, fits);
  });
  // A health check, or a rehearsal that did not come to its end, could not meet what is allowed.
  const rehearsed = databases.filter((facts) => wasRehearsed(facts) && facts.plan?.pending.length !== 0);
  const pending = new Pending(rehearsed);
  const idle = allowances.filter(
    (allowance) => !used.has(allowance) && rehearsed.length > 0 && pending.has(allowance.migration),
  );
  const sources = new Set(current.map(({ source }) => source));
  return [...judged, ...idle.map((allowance) => unusedFinding(allowance, sources, databases))];
}

const NONE: readonly DatabaseFacts[] = [];

/** The name by which an allowance is looked up: it has one at least. */
function subjectOf({ table, object, subject, column }: Allowance): string {
  return table ?? object ?? subject ?? column ?? '';
}

/** The names under which an allowance of a finding may stand. */
function subjectsOf({ table, object, columns = [] }: Finding): string[] {
  return [table, object, ...columns].flatMap((name) => (name === undefined ? [] : [foldName(name)]));
}

function keyOf(rule: string, name: string): string {
  return `${rule}\0${foldName(name)}`;
}

function allowed(finding: Finding, fits: readonly Allowance[]): Finding {
  const enough = fits.find(({ max }) => max === undefined || (finding.count ?? 1) <= max);
  if (enough !== undefined) return { ...finding, severity: 'notice', allowed: enough.reason };
  const most = Math.max(...fits.map(({ max = 0 }) => max));
  return { ...finding, message: `${finding.message} Allowed are at most ${whole(most)}.` };
}

function covers({ rule, table, column, object, subject }: Allowance, finding: Finding): boolean {
  const { table: owner = '', object: own = '', columns = [] } = finding;
  if (rule !== finding.rule) return false;
  if (table !== undefined && !sameName(table, owner)) return false;
  if (object !== undefined && !sameName(object, own)) return false;
  if (subject !== undefined && !sameName(subject, owner) && !sameName(subject, own)) return false;
  // One column allowed does not allow its neighbours in the same finding.
  return column === undefined || (columns.length === 1 && sameName(column, columns[0] ?? ''));
}

function unusedFinding(
  { rule, table, column, object, subject, expires, source }: Allowance,
  current: ReadonlySet<Allowance['source']>,
  databases: readonly DatabaseFacts[],
): Finding {
  const named = [table, column, object, subject].filter((part) => part !== undefined).join('.');
  const expired = expires !== undefined && !current.has(source);
  const [only] = databases;
  return {
    rule: unused.id,
    severity: unused.severity,
    kind: unused.kind,
    about: unused.about,
    title: unused.title,
    message: `The allowance of ${rule} for ${named} ${expired ? `expired on ${expires}` : 'matched no finding'}.`,
    remedy: expired ? 'Remove it, or give it a new date.' : unused.remedy,
    // No one database of several is to blame.
    database: databases.length === 1 ? (only?.path ?? '') : '',
    ...(table !== undefined && { table }),
    location: source,
  };
}
