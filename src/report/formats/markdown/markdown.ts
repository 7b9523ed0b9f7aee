import type { Finding } from '../../../facts/finding.ts';
import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { counted } from '../../../text/numbers.ts';
import { words } from '../../shared/escape.ts';
import { icons } from '../../shared/icons.ts';
import type { ReportFormat } from '../format.ts';
import { folded, numbered, type Section } from './parts.ts';
import { riskSection, successCriteria, timeline } from './sections/assessment.ts';
import { decision } from './sections/decision.ts';
import { findingList } from './sections/findings.ts';
import { beforeYouExecute, rollback } from './sections/guide.ts';
import { health, volume } from './sections/health-tables.ts';
import { knownIssues } from './sections/known-issues.ts';
import { modified } from './sections/modified.ts';
import { required } from './sections/required-values.ts';
import { statementLog } from './sections/statement-log.ts';
import { validation } from './sections/validation.ts';
import { verification } from './sections/verification.ts';
import { severalFindings, severalSections, severalVerdicts } from './several.ts';
import { tally } from './tally.ts';

export const markdown: ReportFormat = {
  file: 'report.md',
  output: 'report-markdown',
  title: 'Report',
  render: (record) => renderMarkdown(record),
};

/** How much of a report is shown, from most to least. */
export const DETAILS = ['full', 'without-log', 'decision', 'counts'] as const;
export type Detail = (typeof DETAILS)[number];

/** What the reader is told of the parts that are not there. */
const LEFT_OUT: Record<Detail, string | undefined> = {
  full: undefined,
  'without-log': 'The statement log is left out here',
  decision: 'The evidence is left out here',
  counts: 'The findings and the evidence are left out here',
};

/**
 * report.md: what was decided, why and what to do next; then the evidence, folded. Of several databases the findings
 * are told once, and the worst have a section each. Below `full`, whole parts are left out, and named.
 */
export function renderMarkdown(record: PreflightRecord, detail: Detail = 'full'): string {
  const { verdict, databases } = record;
  const several = databases.length > 1;
  const number = several ? `, ${counted(databases.length, 'database')}` : '';
  const [only] = databases;
  const what =
    several || only === undefined ? `Migration preflight: ${verdict}${number}` : words(only.headline);
  const title = `# ${icons[verdict]} ${what}`;
  const parts = several
    ? severalParts(record, detail)
    : databases.flatMap((one) => databaseParts(one, record, detail));
  return `${[title, ...parts, ...note(detail), footer(record)].join('\n\n')}\n`;
}

function severalParts(record: PreflightRecord, detail: Detail): string[] {
  const head = severalVerdicts(record);
  if (detail === 'counts') return [head, tally(record.findings)];
  const decided = [head, ...severalFindings(record)];
  if (detail === 'decision') return decided;
  const sections = severalSections(record, (database) => evidenceOf(database, record.findings, detail));
  return [...decided, ...sections];
}

function databaseParts(database: DatabaseRecord, record: PreflightRecord, detail: Detail): string[] {
  const { findings } = record;
  const head = decision(database, record);
  if (detail === 'counts') return [head, tally(findings)];
  const { nextSteps } = database;
  const next = nextSteps.length === 0 ? [] : ['## What to do next', numbered(nextSteps)];
  const groups = findings.map((finding) => ({ finding, databases: [] }));
  const decided = [head, ...findingList(groups, record, '##'), ...next];
  if (detail === 'decision') return decided;
  const sections = evidenceOf(database, findings, detail);
  return sections.length === 0 ? decided : [...decided, '## Evidence', ...sections];
}

function evidenceOf(database: DatabaseRecord, findings: readonly Finding[], detail: Detail): string[] {
  const own = findings.filter((finding) => finding.database === database.facts.path);
  return evidence(database, own, detail === 'full').map(folded);
}

/** In the order in which a reader asks. What was not measured has no section. */
function evidence(database: DatabaseRecord, findings: readonly Finding[], withLog: boolean): Section[] {
  const { facts } = database;
  const sections = [
    health(facts),
    volume(facts),
    required(facts),
    modified(facts),
    validation(facts),
    beforeYouExecute(database),
    withLog ? statementLog(facts) : undefined,
    verification(facts),
    knownIssues(facts, findings),
    rollback(database),
    riskSection(database),
    timeline(database),
    successCriteria(database),
  ];
  return sections.filter((section) => section !== undefined);
}

function note(detail: Detail): string[] {
  const left = LEFT_OUT[detail];
  return left === undefined ? [] : [`> ${left}, for its size: see report.md of the report artifact.`];
}

function footer({ generatedAt, tool, samples }: PreflightRecord): string {
  const versions = [
    `${tool.name} ${tool.version}`,
    ...(tool.sqlite === '' ? [] : [`SQLite ${tool.sqlite}`]),
    `Node ${tool.node}`,
    generatedAt,
  ];
  const rows = {
    none: 'no value of a row is shown',
    keys: 'of rows, keys are shown (samples: keys)',
    values: 'values of rows are shown (samples: values)',
  };
  return `<sub>${versions.map(words).join(', ')}. Only what was measured is stated; ${rows[samples]}.</sub>`;
}
