import type { ColumnChange } from '../facts/changes.ts';
import type { DatabaseFacts } from '../facts/database.ts';
import type { Finding } from '../facts/finding.ts';
import type { Allowance } from '../facts/settings.ts';
import { once } from '../sql/by-name.ts';
import { foldName, sameName } from '../sql/quote.ts';
import { whole as wholeNumber } from '../text/numbers.ts';
import { Pending } from './kit/pending.ts';
import { wasRehearsed } from './kit/view.ts';
import { list } from './kit/words.ts';
import { rule as unused } from './rules/allowance-unused.ts';

/**
 * Turns each finding that allowances cover into a notice with their reasons. An allowance covers one rule on one
 * subject, in each database up to `max`, and through the day of `expires` (UTC); several, each of one column, cover a
 * finding of these columns. One whose migration was rehearsed
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
        concerns(allowance, finding) &&
        pending.has(allowance.migration) &&
        pending.covers(allowance, finding),
    );
    for (const allowance of [...fits, ...allowancesOfMoved(finding, bySubject)]) used.add(allowance);
    return fits.length === 0 ? finding : allowed(finding, fits, byPath.get(finding.database) ?? NONE);
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

/** In whose place a move stands. */
const LOSSES = ['column-dropped', 'table-dropped', 'rows-lost', 'rows-replaced'];

/** Allowances of a loss that turned out to be a move: they are not needed, and were not written for nothing. */
function allowancesOfMoved(finding: Finding, bySubject: ReadonlyMap<string, Allowance[]>): Allowance[] {
  if (finding.rule !== 'moved') return [];
  const names = [...new Set(subjectsOf(finding))];
  return LOSSES.flatMap((rule) =>
    names
      .flatMap((name) => bySubject.get(keyOf(rule, name)) ?? [])
      .filter((allowance) => concerns(allowance, { ...finding, rule })),
  );
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

/** A finding of several columns is allowed as a whole, or by allowances that together name all of them. */
function allowed(finding: Finding, fits: readonly Allowance[], databases: readonly DatabaseFacts[]): Finding {
  const { columns = [], count = 1 } = finding;
  const whole = fits.filter(({ column }) => column === undefined || columns.length === 1);
  const enough = whole.find(({ max = count }) => count <= max);
  if (enough !== undefined) return { ...finding, severity: 'notice', allowed: enough.reason };
  const each = columns.map((name) => {
    const values = valuesOf(finding, name, databases);
    return fits.find(({ column = '', max = values }) => sameName(column, name) && values <= max);
  });
  if (each.length > 0 && each.every((one) => one !== undefined)) {
    const reasons = new Set(each.map(({ reason }) => reason));
    return { ...finding, severity: 'notice', allowed: [...reasons].join('; ') };
  }
  return { ...finding, message: `${finding.message} ${limitOf(finding, whole, fits)}` };
}

/** What is allowed, where that is not all. */
function limitOf({ columns = [] }: Finding, whole: readonly Allowance[], fits: readonly Allowance[]): string {
  if (whole.length > 0)
    return `Allowed are at most ${wholeNumber(Math.max(...whole.map(({ max = 0 }) => max)))}.`;
  const named = columns.filter((name) => fits.some(({ column = '' }) => sameName(column, name)));
  const limits = fits.flatMap(({ column = '', max }) =>
    max === undefined ? [] : [` (${column}: at most ${wholeNumber(max)})`],
  );
  return `Allowed is that of ${list(named)} alone${limits.join('')}.`;
}

/** The values of one column in a finding of several; of a finding that counts no values, all that it counts. */
function valuesOf(
  { rule, table, count = 1 }: Finding,
  column: string,
  databases: readonly DatabaseFacts[],
): number {
  const kind = COUNTS[rule];
  if (kind === undefined) return count;
  const changes = databases.flatMap(({ changes: own }) => own?.tables ?? []);
  const counts = changes
    .filter((change) => change.table === table)
    .flatMap(({ columns }) => columns.filter((one) => one.column === column).map((one) => one[kind] ?? 0));
  return counts.length === 0 ? count : Math.max(...counts);
}

/** By rule: what it counts of a column. */
const COUNTS: Readonly<Partial<Record<string, Exclude<keyof ColumnChange, 'column'>>>> = {
  'values-changed': 'changed',
  'values-cleared': 'nulled',
  'values-retyped': 'retyped',
  'json-broken': 'jsonBroken',
  'json-stringified': 'jsonStringified',
};

/** The allowance speaks of the finding, or of one of its columns. */
function concerns({ rule, table, column, object, subject }: Allowance, finding: Finding): boolean {
  const { table: owner = '', object: own = '', columns = [] } = finding;
  if (rule !== finding.rule) return false;
  if (table !== undefined && !sameName(table, owner)) return false;
  if (object !== undefined && !sameName(object, own)) return false;
  if (subject !== undefined && !sameName(subject, owner) && !sameName(subject, own)) return false;
  return column === undefined || columns.some((name) => sameName(name, column));
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
