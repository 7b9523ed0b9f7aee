import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { code, words } from '../../shared/escape.ts';
import { groupFindings, verdictCounts, worstDatabases } from '../../shared/groups.ts';
import { icons, severityIcons } from '../../shared/icons.ts';
import { duration, size, total } from '../../shared/units.ts';
import { folded, numbered, paragraphs, table } from './parts.ts';
import { decision, settingsLines } from './sections/decision.ts';
import { findingList } from './sections/findings.ts';

/** The first lines of a run over several databases: how many came to which verdict, and what to do. */
export function severalVerdicts(record: PreflightRecord): string {
  const { shown, others } = worstDatabases(record);
  const databases = [...shown, ...others];
  const groups = Map.groupBy(databases, ({ verdict, recommendation }) => `${verdict} ${recommendation}`);
  const rows = [...groups.values()].map((group) => {
    const { verdict, recommendation } = group[0] as DatabaseRecord;
    return [`${icons[verdict]} ${verdict}`, whole(group.length), words(recommendation)];
  });
  const counts = `**${verdictCounts(databases)}.**`;
  return paragraphs(counts, table(['verdict', 'databases:', 'what to do'], rows), ...settingsLines(record));
}

/** Why: each finding once, with the databases that have it. */
export function severalFindings(record: PreflightRecord): string[] {
  return findingList(groupFindings(record.findings), record, '##');
}

/** Rows of the table of those that have no section of their own. */
const MOST_LINES = 50;

/** A folded section for each of the worst databases, and a line for each of the others. */
export function severalSections(
  record: PreflightRecord,
  evidence: (database: DatabaseRecord) => string[],
): string[] {
  const { shown, others } = worstDatabases(record);
  const sections = shown.map((database) => {
    const own = record.findings.filter((finding) => finding.database === database.facts.path);
    const list = own.map(
      ({ severity, rule, message }) => `- ${severityIcons[severity]} ${code(rule)}: ${words(message)}`,
    );
    const next = database.nextSteps.length === 0 ? '' : `Next:\n\n${numbered(database.nextSteps)}`;
    const body = paragraphs(decision(database), list.join('\n'), next, ...evidence(database));
    const title = `${icons[database.verdict]} ${words(database.facts.path)}: ${database.verdict}`;
    return folded({ title, body });
  });
  return ['## Databases', ...sections, ...otherDatabases(others)];
}

function otherDatabases(others: readonly DatabaseRecord[]): string[] {
  if (others.length === 0) return [];
  const rows = others.slice(0, MOST_LINES).map(({ verdict, facts }) => {
    const { path, snapshot, before, timings } = facts;
    return [
      code(path),
      `${icons[verdict]} ${verdict}`,
      snapshot === undefined ? '' : size(snapshot.databaseBytes),
      before === undefined ? '' : whole(total(before.tables, ({ rows: count }) => count)),
      timings.rehearsal === undefined ? '' : duration(timings.rehearsal),
    ];
  });
  const rest = others.slice(MOST_LINES);
  const more = rest.length === 0 ? '' : `And ${verdictCounts(rest)}: report.json has them all.`;
  const title = `${counted(others.length, 'other database')}: ${verdictCounts(others)}`;
  const head = ['database', 'verdict', 'size:', 'rows:', 'rehearsal:'];
  return [folded({ title, body: paragraphs(table(head, rows), more) })];
}
