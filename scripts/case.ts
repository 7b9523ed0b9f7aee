import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFinding } from '../__tests__/support/golden/expected.ts';
import { casesNamed } from '../__tests__/support/golden/golden-case.ts';
import { caseMeasurer, type MeasuredCase } from '../__tests__/support/golden/measure-case.ts';
import { renderMarkdown } from '../src/report/formats/markdown/markdown.ts';

/**
 * `npm run case -- NAME [--facts] [--report]`: one golden case from the sources, in this process, so that a debugger
 * can stop in it. Prints its findings, or instead the facts as JSON, or report.md.
 */
const { values, positionals } = parseArgs({
  options: { facts: { type: 'boolean', default: false }, report: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [given = '', ...others] = positionals;
const names = casesNamed(given);
const [name] = names;

if (name === undefined || names.length > 1 || others.length > 0) {
  console.error(['Name one golden case.', ...names].join('\n  '));
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-case-'));
  try {
    const measured = await caseMeasurer(folder)(name);
    if (values.facts) console.log(JSON.stringify(measured.facts, undefined, 2));
    if (values.report) console.log(renderMarkdown(measured.record));
    if (!values.facts && !values.report) console.log(findingsOf(measured));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findingsOf({ record }: MeasuredCase): string {
  const findings = record.findings.map((finding) => `${formatFinding(finding)}\n  ${finding.message}`);
  return [`verdict ${record.verdict}`, ...findings].join('\n');
}
