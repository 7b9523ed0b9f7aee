import type { Finding, Severity } from '../../facts/finding.ts';
import type { DatabaseRecord, PreflightRecord } from '../../facts/record.ts';
import { counted, whole } from '../../text/numbers.ts';

/** One finding, and every database of the run that has it. */
export interface FindingGroup {
  finding: Finding;
  /** In the order of the findings; empty for what belongs to no database. */
  databases: string[];
}

/**
 * Findings of different databases that are equal in rule, severity, message, subject and place, as one, in the order of
 * the first of each. The first one's query and samples stand for all.
 */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, { finding: Finding; databases: Set<string> }[]>();
  for (const finding of findings) {
    const { rule, severity, message, table, columns, object, location, allowed } = finding;
    const key = JSON.stringify([rule, severity, message, table, columns, object, location, allowed]);
    const alike = groups.get(key) ?? [];
    const open = alike.find(({ databases }) => !databases.has(finding.database));
    if (open === undefined) alike.push({ finding, databases: new Set([finding.database]) });
    else open.databases.add(finding.database);
    groups.set(key, alike);
  }
  return [...groups.values()].flat().map(({ finding, databases }) => ({
    finding,
    databases: [...databases].filter((path) => path !== ''),
  }));
}

/** All that one rule found with one severity. */
export interface FindingsOfRule {
  severity: Severity;
  rule: string;
  title: string;
  /** By file and line. */
  findings: FindingGroup[];
}

/** In the order of the first finding of each rule. */
export function findingsByRule(groups: readonly FindingGroup[]): FindingsOfRule[] {
  const rules = Map.groupBy(groups, ({ finding: { severity, rule } }) => `${severity} ${rule}`);
  return [...rules.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { severity, rule, title } = first.finding;
    return [{ severity, rule, title, findings: own.toSorted(byPlace) }];
  });
}

function byPlace({ finding: left }: FindingGroup, { finding: right }: FindingGroup): number {
  const [a, b] = [left.location?.file ?? '', right.location?.file ?? ''];
  return a === b ? (left.location?.line ?? 0) - (right.location?.line ?? 0) : a < b ? -1 : 1;
}

/** `in a.db`, or `in 12 databases: a.db, b.db, c.db and 9 more`; `name` spells one. Empty for none. */
export function inDatabases(databases: readonly string[], name = (path: string) => path, most = 3): string {
  const [first] = databases;
  if (first === undefined) return '';
  if (databases.length === 1) return `in ${name(first)}`;
  const shown = databases.slice(0, most).map(name).join(', ');
  const rest = databases.length > most ? ` and ${whole(databases.length - most)} more` : '';
  return `in ${counted(databases.length, 'database')}: ${shown}${rest}`;
}

const WORST_FIRST = ['failed', 'blocked', 'warned', 'cleared'] as const;

/** `2 blocked, 10 cleared`, the worst first. */
export function verdictCounts(databases: readonly DatabaseRecord[]): string {
  return WORST_FIRST.flatMap((verdict) => {
    const own = databases.filter((database) => database.verdict === verdict).length;
    return own === 0 ? [] : [`${whole(own)} ${verdict}`];
  }).join(', ');
}

/** Databases that a report tells of one by one. */
const MOST_DATABASES = 20;

/** Which databases are told of one by one, the worst first, and which are not: those that are cleared, or too many. */
export function worstDatabases({ databases }: Pick<PreflightRecord, 'databases'>): {
  shown: DatabaseRecord[];
  others: DatabaseRecord[];
} {
  const rank = ({ verdict }: DatabaseRecord) => WORST_FIRST.indexOf(verdict);
  const sorted = databases.toSorted((a, b) => rank(a) - rank(b));
  const shown = sorted.filter(({ verdict }) => verdict !== 'cleared').slice(0, MOST_DATABASES);
  return { shown, others: sorted.filter((database) => !shown.includes(database)) };
}
