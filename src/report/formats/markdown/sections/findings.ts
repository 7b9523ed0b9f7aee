import type { Finding } from '../../../../facts/finding.ts';
import type { PreflightRecord } from '../../../../facts/record.ts';
import { counted, whole } from '../../../../text/numbers.ts';
import { allowance } from '../../../shared/allowance-text.ts';
import { codeFrame, frameText } from '../../../shared/code-frame.ts';
import { code, codeBlock, prose, words } from '../../../shared/escape.ts';
import {
  type FindingGroup,
  type FindingsOfRule,
  findingsByRule,
  inDatabases,
} from '../../../shared/groups.ts';
import { severityIcons } from '../../../shared/icons.ts';
import { sampleText } from '../../../shared/sample-lines.ts';
import { placeText } from '../../../shared/units.ts';
import { folded } from '../parts.ts';

/** Rules told in the open; the others are a fold away. */
const OPEN_RULES = 10;
/** Findings of a rule told in full; a report of thousands helps nobody. */
const MOST = 100;

/** What the rules and the migrations add to a finding. */
type Texts = Pick<PreflightRecord, 'rules' | 'excerpts'>;

/** Why it was decided so, rule by rule: errors and warnings in the open, notices folded. `level` is that of the heading. */
export function findingList(groups: readonly FindingGroup[], texts: Texts, level: string): string[] {
  const rules = findingsByRule(groups);
  const open = rules.filter(({ severity }) => severity !== 'notice');
  const notices = rules.filter(({ severity }) => severity === 'notice');
  const rest = open.slice(OPEN_RULES);
  const why = open.length === 0 ? [] : [`${level} Why`, list(open.slice(0, OPEN_RULES), texts)];
  const folds = [
    ...(rest.length === 0 ? [] : [{ title: `${countOf(rest)} more`, body: list(rest, texts) }]),
    ...(notices.length === 0
      ? []
      : [{ title: counted(sizeOf(notices), 'notice'), body: list(notices, texts) }]),
  ];
  return [...why, ...folds.map(folded)];
}

function sizeOf(rules: readonly FindingsOfRule[]): number {
  return rules.reduce((sum, { findings }) => sum + findings.length, 0);
}

function countOf(rules: readonly FindingsOfRule[]): string {
  return counted(sizeOf(rules), 'finding');
}

function list(rules: readonly FindingsOfRule[], texts: Texts): string {
  const findings = rules.flatMap((own) => own.findings);
  const reachesBack = findings.some(({ finding }) => finding.query?.includes(' before."'));
  const how = reachesBack ? [HOW_TO_REACH_BACK] : [];
  return [...rules.map((own) => ruleText(own, texts)), ...how].join('\n\n');
}

/** A copy: to open a database in WAL mode can change it. */
const HOW_TO_REACH_BACK = `Queries with ${code('before.')} run in the migrated database, after ${code("ATTACH 'copy-of-the-snapshot.db' AS before;")}.`;

function ruleText({ severity, rule, title, findings }: FindingsOfRule, texts: Texts): string {
  const [first, ...others] = findings;
  if (first === undefined) return '';
  const many = others.length === 0 ? '' : `, ${whole(findings.length)}`;
  const head = `- ${severityIcons[severity]} **${words(title)}** (${code(rule)}${many}${placeOf(first.finding)})<br>`;
  const shown = others.slice(0, MOST - 1).map((group) => furtherText(group, first.finding));
  const rest = findings.length - MOST;
  const more = rest > 0 ? [`  - And ${whole(rest)} more: report.json has them all.`] : [];
  const also = shown.length === 0 ? [] : [['  The others:', ...shown, ...more].join('\n')];
  return [`${head}\n${firstText(first, texts)}`, ...also].join('\n\n');
}

function placeOf({ location }: Finding): string {
  return location === undefined ? '' : `, ${code(placeText(location))}`;
}

function advice({ allowed, remedy }: Finding): string {
  return allowed === undefined ? prose(remedy) : `Allowed: ${words(allowed)}`;
}

/** With the lines at fault, what lists the rows, and what would allow it. */
function firstText({ finding, databases }: FindingGroup, texts: Texts): string {
  const { message, query, samples = [] } = finding;
  const lines = [
    `  ${words(message)}<br>`,
    ...(databases.length === 0 ? [] : [`  ${inDatabases(databases, code)}<br>`]),
    `  → ${advice(finding)}`,
  ];
  if (samples.length > 0) lines.push('', ...samples.map((row) => `  - ${code(sampleText(row))}`));
  const frame = frameText(codeFrame(finding, texts.excerpts));
  const allow = allowance(finding, texts.rules);
  const blocks = [
    ...(frame.length === 0 ? [] : [codeBlock(frame.join('\n'), 'sql')]),
    ...(query === undefined ? [] : [sqlFold('The rows concerned', query)]),
    ...(allow === undefined ? [] : [sqlFold('To allow it', allow)]),
  ];
  // Indented, a block belongs to the list item.
  return [lines.join('\n'), ...blocks.map((block) => block.replace(/^(?=.)/gm, '  '))].join('\n\n');
}

function sqlFold(title: string, sql: string): string {
  return folded({ title, body: codeBlock(sql, 'sql') });
}

/** In a line; what is as for the first is not said again. */
function furtherText({ finding, databases }: FindingGroup, first: Finding): string {
  const where = databases.length === 0 ? '' : ` ${inDatabases(databases, code)}`;
  const same = finding.remedy === first.remedy && finding.allowed === first.allowed;
  const at = finding.location === undefined ? '' : ` (${code(placeText(finding.location))})`;
  return `  - ${words(finding.message)}${at}${where}${same ? '' : ` → ${advice(finding)}`}`;
}
