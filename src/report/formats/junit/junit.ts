import type { Finding } from '../../../facts/finding.ts';
import type { Criterion, DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { attributes, markupLines } from '../../shared/markup-text.ts';
import { sampleText } from '../../shared/sample-lines.ts';
import { placeText } from '../../shared/units.ts';
import type { ReportFormat } from '../format.ts';

export const junit: ReportFormat = {
  file: 'report.junit.xml',
  output: 'report-junit',
  title: 'For test reports',
  render: renderJunit,
};

/**
 * JUnit XML, as CI systems read it: a suite for each database, with a test case for each criterion of success and for
 * each rule that found something. An error fails its case, a notice or a warning passes and is told; a run that could
 * not be carried out is an `error` of the case, not a failure.
 */
export function renderJunit({ databases, findings, generatedAt, tool }: PreflightRecord): string {
  const own = Map.groupBy(findings, ({ database }) => database);
  const known = new Set(databases.map(({ facts }) => facts.path));
  const others = findings.filter(({ database }) => !known.has(database));
  const suites = [
    ...databases.map((database) => suiteOf(database, own.get(database.facts.path) ?? [])),
    ...(others.length === 0 ? [] : [{ name: 'Settings', seconds: 0, cases: casesOf('settings', others) }]),
  ];
  const lines = suites.flatMap(({ name, seconds, cases }) => [
    `<testsuite${attributes({ name, ...countsOf(cases), time: seconds, timestamp: generatedAt })}>`,
    ...cases.map(caseText),
    '</testsuite>',
  ]);
  const all = suites.flatMap(({ cases }) => cases);
  const head = `<testsuites${attributes({ name: tool.name, ...countsOf(all) })}>`;
  return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...lines, '</testsuites>'].join('\n')}\n`;
}

interface Case {
  classname: string;
  name: string;
  file?: string | undefined;
  line?: number | undefined;
  failures: string[];
  errors: string[];
  /** What a case that passes has to say. */
  told: string[];
}

function suiteOf({ facts, criteria }: DatabaseRecord, findings: readonly Finding[]) {
  const name = facts.path === '' ? 'Settings' : facts.path;
  return {
    name,
    seconds: Math.round(facts.timings.total) / 1000,
    cases: [...criteria.map((criterion) => criterionCase(name, criterion)), ...casesOf(name, findings)],
  };
}

function criterionCase(suite: string, { text, met }: Criterion): Case {
  const failures = met ? [] : ['not met'];
  return { classname: `${suite} criteria`, name: text, failures, errors: [], told: [] };
}

/** One case for each rule, at the place of its first finding. */
function casesOf(suite: string, findings: readonly Finding[]): Case[] {
  return [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, own]) => {
    const place = own.find(({ location }) => location !== undefined)?.location;
    const of = (kinds: (finding: Finding) => boolean) => own.filter(kinds).map(findingText);
    return {
      classname: `${suite} rules`,
      name: rule,
      file: place?.file,
      line: place?.line,
      failures: of(({ severity, kind }) => severity === 'error' && kind === 'problem'),
      errors: of(({ kind }) => kind !== 'problem'),
      told: of(({ severity, kind }) => severity !== 'error' && kind === 'problem'),
    };
  });
}

function findingText({ severity, message, remedy, location, query, samples = [], allowed }: Finding): string {
  return [
    `${severity}: ${message}`,
    ...(location === undefined ? [] : [`at ${placeText(location)}`]),
    allowed === undefined ? `Fix: ${remedy}` : `Allowed: ${allowed}`,
    ...samples.map((row) => `- ${sampleText(row)}`),
    ...(query === undefined ? [] : [query]),
  ].join('\n');
}

function countsOf(cases: readonly Case[]) {
  const errors = cases.filter((one) => one.errors.length > 0).length;
  const failures = cases.filter((one) => one.errors.length === 0 && one.failures.length > 0).length;
  return { tests: cases.length, failures, errors };
}

/** Readers take one result for a case: what could not be carried out comes before what failed. */
function caseText({ classname, name, file, line, failures, errors, told }: Case): string {
  const result = errors.length > 0 ? 'error' : failures.length > 0 ? 'failure' : 'system-out';
  const texts = [...errors, ...failures, ...told];
  const open = `<testcase${attributes({ classname, name, file, line, time: 0 })}`;
  if (texts.length === 0) return `${open}/>`;
  const [first = ''] = texts;
  const message = result === 'system-out' ? {} : { message: first.split('\n')[0], type: name };
  const body = markupLines(texts.join('\n\n'));
  return `${open}>\n<${result}${attributes(message)}>${body}</${result}>\n</testcase>`;
}
