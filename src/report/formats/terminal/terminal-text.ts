import { isHealthCheck } from '../../../facts/database.ts';
import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { codeFrame } from '../../shared/code-frame.ts';
import {
  type FindingGroup,
  findingsByRule,
  groupFindings,
  inDatabases,
  verdictCounts,
  worstDatabases,
} from '../../shared/groups.ts';
import { icons } from '../../shared/icons.ts';
import { resultsOf } from '../../shared/results.ts';
import { sampleText } from '../../shared/sample-lines.ts';
import { duration, placeText } from '../../shared/units.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** A line for a person at a terminal. */
export interface Line {
  text: string;
  style?: Style;
}

const COLOURS = { cleared: 'green', warned: 'yellow', blocked: 'red', failed: 'red' } as const;
const SEVERITY_COLOURS = { error: 'red', warning: 'yellow', notice: 'dim' } as const;

/** Findings of a rule told in full; the reports have the others. */
const MOST_OF_RULE = 10;

/** The findings, each with the lines at fault and the fix; then the verdict with its figures, and what to do now. */
export function recordText(record: PreflightRecord): Line[] {
  const { databases, findings } = record;
  const several = databases.length > 1;
  const groups = several
    ? groupFindings(findings)
    : findings.map((finding) => ({ finding, databases: [] as string[] }));
  const told = findingsByRule(groups).flatMap(({ findings: own }) => [
    ...own.slice(0, MOST_OF_RULE).flatMap((group) => findingLines(group, record)),
    ...(own.length > MOST_OF_RULE
      ? [
          {
            text: `  … and ${whole(own.length - MOST_OF_RULE)} more of ${own[0]?.finding.rule}: see the reports`,
          },
        ]
      : []),
  ]);
  return [{ text: '' }, ...told, ...(several ? severalLines(record) : databases.flatMap(databaseLines))];
}

/** A notice asks for nothing: it has one line. */
function findingLines({ finding, databases }: FindingGroup, { excerpts }: PreflightRecord): Line[] {
  const { severity, rule, message, remedy, location, samples = [], allowed } = finding;
  const found = databases.length === 0 ? [] : [{ text: `  ${inDatabases(databases)}` }];
  const rows = samples.map((row) => ({ text: `  · ${sampleText(row)}` }));
  const style = SEVERITY_COLOURS[severity];
  if (severity === 'notice') {
    const where = location === undefined ? '' : ` (${placeText(location)})`;
    const reason = allowed === undefined ? '' : ` Allowed: ${allowed}`;
    return [{ text: `notice[${rule}]${where}: ${message}${reason}`, style }, ...found, ...rows];
  }
  return [
    { text: `${severity}[${rule}]: ${message}`, style },
    ...(location === undefined ? [] : [{ text: `  --> ${placeText(location)}` }]),
    ...frameLines(codeFrame(finding, excerpts), style),
    ...found,
    ...rows,
    { text: `  = fix: ${remedy}` },
    { text: `  = see: sqlite-preflight explain ${rule}`, style: 'dim' },
    { text: '' },
  ];
}

/** The lines around, the one at fault underlined. */
function frameLines(frame: ReturnType<typeof codeFrame>, style: Style): Line[] {
  const width = String(frame.at(-1)?.number ?? '').length;
  return frame.flatMap(({ number, text, isMarked }) => {
    const shown = text.replaceAll('\t', '  ').trimEnd();
    const line = { text: ` ${String(number).padStart(width)} | ${shown}`.trimEnd() };
    if (!isMarked) return [{ ...line, style: 'dim' as const }];
    const indent = shown.length - shown.trimStart().length;
    const carets = '^'.repeat(Math.max(1, shown.trim().length));
    return [line, { text: ` ${' '.repeat(width)} | ${' '.repeat(indent)}${carets}`, style }];
  });
}

function databaseLines(database: DatabaseRecord): Line[] {
  const { nextSteps } = database;
  const next = nextSteps.map((step, at) => ({ text: `  ${at + 1}. ${step}` }));
  return [
    ...verdictLines(database),
    ...(next.length === 0 ? [] : [{ text: 'Next:', style: 'bold' as const }, ...next]),
  ];
}

/** The verdict with its consequence, and what was measured. */
function verdictLines(database: DatabaseRecord): Line[] {
  const { verdict, facts, headline } = database;
  const subject = facts.path === '' ? '' : ` ${facts.path}`;
  const results = resultsOf(facts)
    .filter(({ state }) => state !== 'unknown')
    .map(({ title, text }) => `${title}: ${text}`);
  return [
    { text: `${icons[verdict]} ${verdict.toUpperCase()}${subject}`, style: COLOURS[verdict] },
    { text: `   ${headline}.` },
    ...(results.length === 0 ? [] : [{ text: `   ${results.join(' · ')}` }]),
    { text: `   ${figures(database)}`, style: 'dim' },
  ];
}

function figures({ facts }: DatabaseRecord): string {
  const { rehearsal, before, timings } = facts;
  const rows = before?.tables.reduce((sum, table) => sum + table.rows, 0) ?? 0;
  const done = rehearsal.statements.filter(({ status }) => status === 'done').length;
  const ran =
    isHealthCheck(facts) || rehearsal.statements.length === 0
      ? []
      : [`${whole(done)} of ${counted(rehearsal.statements.length, 'statement')} ran`];
  return [...ran, counted(rows, 'row'), duration(timings.total)].join(', ');
}

/** The worst databases, and the others as numbers. */
function severalLines(record: PreflightRecord): Line[] {
  const { verdict, databases } = record;
  const { shown, others } = worstDatabases(record);
  const title = `${icons[verdict]} ${verdict.toUpperCase()} ${counted(databases.length, 'database')}`;
  const rest = `${shown.length === 0 ? '' : 'Others: '}${verdictCounts(others)}`;
  return [
    { text: `${title}: ${verdictCounts(databases)}`, style: COLOURS[verdict] },
    ...shown.map(({ verdict: own, facts, headline }) => ({
      text: `${icons[own]} ${facts.path}: ${headline}`,
      style: COLOURS[own],
    })),
    ...(others.length === 0 ? [] : [{ text: rest }]),
  ];
}
