import { createHash } from 'node:crypto';
import type { Finding, Severity } from '../../../facts/finding.ts';
import type { Excerpt, PreflightRecord, RuleText } from '../../../facts/record.ts';
import { visible } from '../../../text/visible.ts';
import type { ReportFormat } from '../format.ts';

export const sarif: ReportFormat = {
  file: 'report.sarif',
  output: 'report-sarif',
  title: 'For code scanning',
  render: renderSarif,
};

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** GitHub takes 25,000 results of a run, and drops a file with more (docs.github.com, SARIF support for code scanning). */
const MOST = 5000;

/**
 * SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): a result for each finding, the rules' own texts as help, what is
 * allowed as a suppressed result. A fingerprint holds no line, so that a finding stays the same when lines move.
 */
export function renderSarif({ findings, rules, tool, databases, excerpts }: PreflightRecord): string {
  const shown = findings.slice(0, MOST);
  const fallback = databases.flatMap(({ facts }) => facts.plan?.pending.map(({ file }) => file) ?? [])[0];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: shown.map((finding) => resultOf(finding, { rules, excerpts, fallback })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, title, why, remedy }: RuleText) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} ${remedy}`, markdown: `${why}\n\n**Fix:** ${remedy}` },
  };
}

interface Surroundings {
  rules: readonly RuleText[];
  excerpts: readonly Excerpt[];
  /** The file of a finding that has none: a reader wants one. */
  fallback: string | undefined;
}

function resultOf(finding: Finding, { rules, excerpts, fallback }: Surroundings) {
  const { rule, severity, message, remedy, database, location, allowed } = finding;
  const where = database === '' ? '' : ` (${database})`;
  const file = location?.file ?? fallback;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: {
      text: visible(`${message}${where} ${allowed === undefined ? remedy : `Allowed: ${allowed}`}`),
    },
    locations: file === undefined ? [] : [placeOf(file, location?.line, excerpts)],
    partialFingerprints: { 'finding/v1': fingerprintOf(finding) },
    ...(allowed !== undefined && { suppressions: [{ kind: 'inSource', justification: visible(allowed) }] }),
  };
}

function placeOf(file: string, line: number | undefined, excerpts: readonly Excerpt[]) {
  const excerpt = excerpts.find((one) => one.file === file && one.line === line);
  const text = line === undefined ? undefined : excerpt?.lines[line - excerpt.first];
  return {
    physicalLocation: {
      artifactLocation: {
        uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: line ?? 1, ...(text !== undefined && { snippet: { text } }) },
    },
  };
}

/** What makes a finding the same one in another commit. */
function fingerprintOf({ rule, database, table, columns, object, location }: Finding): string {
  const parts = JSON.stringify([rule, database, table, columns, object, location?.file]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}
