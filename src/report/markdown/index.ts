import type { Finding } from '../../facts/finding.ts';
import type { DatabaseRecord, PreflightRecord } from '../../facts/record.ts';
import { counted } from '../../text/numbers.ts';
import { code, words } from '../escape.ts';
import { icons } from '../icons.ts';
import { riskSection, successCriteria, timeline } from './assessment.ts';
import { decision } from './decision.ts';
import { findingList } from './findings.ts';
import { beforeYouExecute, rollback } from './guide.ts';
import { health, volume } from './health.ts';
import { knownIssues } from './issues.ts';
import { modified } from './modified.ts';
import { folded, numbered, type Section } from './parts.ts';
import { required } from './required.ts';
import { statementLog } from './statement-log.ts';
import { tally } from './tally.ts';
import { validation } from './validation.ts';
import { verification } from './verification.ts';

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

const WORST_FIRST = ['failed', 'blocked', 'warned', 'cleared'];

/**
 * report.md: what was decided, why and what to do next; then the evidence, folded. With several databases each has its
 * section, the worst first. Below `full`, whole parts are left out, and named.
 */
export function renderMarkdown(record: PreflightRecord, detail: Detail = 'full'): string {
  const { verdict, databases, findings } = record;
  const several = databases.length > 1;
  const number = several ? `, ${counted(databases.length, 'database')}` : '';
  const title = `# ${icons[verdict]} Migration preflight: ${verdict}${number}`;
  const worst = databases.toSorted((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict));
  const paths = new Set(databases.map(({ facts }) => facts.path));
  const general = findings.filter(({ database }) => !paths.has(database));
  const parts = worst.flatMap((database) => {
    const own = findings.filter((finding) => finding.database === database.facts.path);
    const shown = databaseParts(database, own, detail, several ? '###' : '##');
    return several ? [databaseTitle(database), ...shown] : shown;
  });
  const others = detail === 'counts' ? [] : findingList(general, '##');
  return `${[title, ...others, ...parts, ...note(detail), footer(record)].join('\n\n')}\n`;
}

function databaseTitle({ verdict, facts }: DatabaseRecord): string {
  return `## ${icons[verdict]} ${code(facts.path)}: ${verdict}`;
}

function databaseParts(
  database: DatabaseRecord,
  findings: readonly Finding[],
  detail: Detail,
  level: string,
): string[] {
  const head = decision(database);
  if (detail === 'counts') return [head, tally(findings)];
  const { nextSteps } = database;
  const next = nextSteps.length === 0 ? [] : [`${level} What to do next`, numbered(nextSteps)];
  const decided = [head, ...findingList(findings, level), ...next];
  if (detail === 'decision') return decided;
  const sections = evidence(database, findings, detail === 'full').map(folded);
  return sections.length === 0 ? decided : [...decided, `${level} Evidence`, ...sections];
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
    beforeYouExecute(facts),
    withLog ? statementLog(facts) : undefined,
    verification(facts),
    knownIssues(facts, findings),
    rollback(facts),
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
