import type { Finding } from '../../../facts/finding.ts';
import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { counted } from '../../../text/numbers.ts';
import { groupFindings, inDatabases, verdictCounts, worstDatabases } from '../../shared/groups.ts';
import { icons, severityIcons } from '../../shared/icons.ts';
import { sampleText } from '../../shared/sample-lines.ts';
import { placeText } from '../../shared/units.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** A line for a person at a terminal. */
export interface Line {
  text: string;
  style?: Style;
}

const COLOURS = { cleared: 'green', warned: 'yellow', blocked: 'red', failed: 'red' } as const;
const SEVERITY_COLOURS = { error: 'red', warning: 'yellow' } as const;

/** The verdict, the findings that led to it, and what to do now. The rest is in the reports. */
export function recordText(record: PreflightRecord): Line[] {
  const { databases, findings } = record;
  if (databases.length > 1) return severalText(record);
  return databases.flatMap((database) => [
    { text: '' },
    ...verdictLines(database),
    ...findings.flatMap((finding) => findingLines(finding, [])),
    ...nextLines(database),
  ]);
}

/** Of several databases: each finding once, then the worst databases with what to do about each. */
function severalText(record: PreflightRecord): Line[] {
  const { verdict, databases, findings } = record;
  const { shown, others } = worstDatabases(record);
  const title = `${icons[verdict]} ${verdict.toUpperCase()} ${counted(databases.length, 'database')}`;
  return [
    { text: '' },
    { text: `${title}: ${verdictCounts(databases)}`, style: COLOURS[verdict] },
    ...groupFindings(findings).flatMap(({ finding, databases: own }) => findingLines(finding, own)),
    { text: '' },
    ...shown.flatMap(verdictLines),
    ...(others.length === 0
      ? []
      : [{ text: `${shown.length === 0 ? '' : 'Others: '}${verdictCounts(others)}` }]),
  ];
}

function verdictLines({ verdict, facts, recommendation }: DatabaseRecord): Line[] {
  const subject = facts.path === '' ? '' : ` ${facts.path}`;
  return [
    { text: `${icons[verdict]} ${verdict.toUpperCase()}${subject}`, style: COLOURS[verdict] },
    { text: `   ${recommendation}` },
  ];
}

/** A notice asks for nothing: it has one line. */
function findingLines(finding: Finding, databases: readonly string[]): Line[] {
  const { severity, rule, message, remedy, location, samples = [], allowed } = finding;
  const found = databases.length === 0 ? [] : [{ text: `   ${inDatabases(databases)}` }];
  const rows = samples.map((row) => ({ text: `   · ${sampleText(row)}` }));
  const where = location === undefined ? '' : ` (${placeText(location)})`;
  if (severity === 'notice') {
    const reason = allowed === undefined ? '' : ` Allowed: ${allowed}`;
    return [
      { text: `${severityIcons.notice} ${rule}${where}: ${message}${reason}`, style: 'dim' },
      ...found,
      ...rows,
    ];
  }
  return [
    { text: `${severityIcons[severity]} ${rule}${where}`, style: SEVERITY_COLOURS[severity] },
    { text: `   ${message}` },
    ...found,
    { text: `   → ${remedy}` },
    ...rows,
  ];
}

function nextLines({ nextSteps }: DatabaseRecord): Line[] {
  if (nextSteps.length === 0) return [];
  return [
    { text: 'Next:', style: 'bold' },
    ...nextSteps.map((step, at) => ({ text: `  ${at + 1}. ${step}` })),
  ];
}
