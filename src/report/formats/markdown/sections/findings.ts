import { counted, whole } from '../../../../text/numbers.ts';
import { code, codeBlock, prose, words } from '../../../shared/escape.ts';
import { type FindingGroup, inDatabases } from '../../../shared/groups.ts';
import { severityIcons } from '../../../shared/icons.ts';
import { sampleText } from '../../../shared/sample-lines.ts';
import { placeText } from '../../../shared/units.ts';
import { folded } from '../parts.ts';

/** Findings told in full; a report of thousands helps nobody. */
const MOST = 100;

/** Why it was decided so: errors and warnings in the open, notices folded. `level` is that of the heading. */
export function findingList(groups: readonly FindingGroup[], level: string): string[] {
  const notices = groups.filter(({ finding }) => finding.severity === 'notice');
  const open = groups.filter((group) => !notices.includes(group));
  const why = open.length === 0 ? [] : [`${level} Why`, list(open)];
  if (notices.length === 0) return why;
  return [...why, folded({ title: counted(notices.length, 'notice'), body: list(notices) })];
}

function list(groups: readonly FindingGroup[]): string {
  const rest = groups.length - MOST;
  const more = rest > 0 ? [`- And ${whole(rest)} more: report.json has them all.`] : [];
  const reachesBack = groups.some(({ finding }) => finding.query?.includes(' before."'));
  const how = reachesBack ? [HOW_TO_REACH_BACK] : [];
  return [...groups.slice(0, MOST).map(described), ...more, ...how].join('\n\n');
}

/** A copy: to open a database in WAL mode can change it. */
const HOW_TO_REACH_BACK = `Queries with ${code('before.')} run in the migrated database, after ${code("ATTACH 'copy-of-the-snapshot.db' AS before;")}.`;

/** `databases`: where the run has several. */
function described({ finding, databases }: FindingGroup): string {
  const { severity, rule, title, message, remedy, query, location, samples = [], allowed } = finding;
  const where = location === undefined ? '' : `, ${code(placeText(location))}`;
  const advice = allowed === undefined ? prose(remedy) : `Allowed: ${words(allowed)}`;
  const lines = [
    `- ${severityIcons[severity]} **${words(title)}** (${code(rule)}${where})<br>`,
    `  ${words(message)}<br>`,
    ...(databases.length === 0 ? [] : [`  ${inDatabases(databases, code)}<br>`]),
    `  → ${advice}`,
  ];
  if (samples.length > 0) lines.push('', ...samples.map((row) => `  - ${code(sampleText(row))}`));
  if (query === undefined) return lines.join('\n');
  // Indented, the block belongs to the list item.
  const block = codeBlock(query, 'sql').replace(/^/gm, '  ');
  return `${lines.join('\n')}\n\n${block}`;
}
