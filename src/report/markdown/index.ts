import type { Finding } from '../../facts/finding.ts';
import type { DatabaseRecord, PreflightRecord } from '../../facts/record.ts';
import { code } from '../escape.ts';
import { icons } from '../icons.ts';
import { counted } from '../numbers.ts';
import { assessment } from './assessment.ts';
import { decision } from './decision.ts';
import { findingList } from './findings.ts';
import { guide } from './guide.ts';
import { health } from './health.ts';
import { modified } from './modified.ts';
import { folded, numbered, type Section } from './parts.ts';
import { statementLog } from './statement-log.ts';
import { validation } from './validation.ts';

/** How much of a report is shown: all, all but the statement log, only what was decided and why, only the counts. */
export type Detail = 'full' | 'without-log' | 'decision' | 'counts';

/** report.md: what was decided, why and what to do next; then the evidence, folded. */
export function renderMarkdown(record: PreflightRecord, detail: Detail = 'full'): string {
  const several = record.databases.length > 1;
  const title = several
    ? `# ${icons[record.verdict]} Migration preflight: ${record.verdict}, ${counted(record.databases.length, 'database')}`
    : `# ${icons[record.verdict]} Migration preflight: ${record.verdict}`;
  const order = ['failed', 'blocked', 'warned', 'cleared'];
  const databases = record.databases.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const parts = databases.flatMap((database) => [
    ...(several ? [`## ${icons[database.verdict]} ${code(database.facts.path)}: ${database.verdict}`] : []),
    ...databaseParts(database, findingsOf(record, database), detail),
  ]);
  return `${[title, ...parts, footer(record)].join('\n\n')}\n`;
}

function databaseParts(database: DatabaseRecord, findings: readonly Finding[], detail: Detail): string[] {
  const head = [decision(database)];
  if (detail === 'counts') return [...head, tally(findings)];
  const next = database.nextSteps.length === 0 ? [] : ['## What to do next', numbered(database.nextSteps)];
  const shown = [...head, ...findingList(findings), ...next];
  if (detail === 'decision') return shown;
  const evidence: (Section | undefined)[] = [
    health(database.facts),
    modified(database.facts),
    validation(database.facts),
    detail === 'full' ? statementLog(database.facts) : undefined,
    ...guide(database),
    ...assessment(database),
  ];
  const sections = evidence.filter((section) => section !== undefined).map(folded);
  return sections.length === 0 ? shown : [...shown, '## Evidence', ...sections];
}

function findingsOf({ findings }: PreflightRecord, { facts }: DatabaseRecord): Finding[] {
  return findings.filter(({ database }) => database === facts.path);
}

function tally(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('notice'), 'notice')}.`;
}

function footer({ generatedAt, tool }: PreflightRecord): string {
  const sqlite = tool.sqlite === '' ? '' : `, SQLite ${tool.sqlite}`;
  return `<sub>${tool.name} ${tool.version}${sqlite}, Node ${tool.node}, ${generatedAt}. Only what was measured is stated; no value of a row is shown.</sub>`;
}
