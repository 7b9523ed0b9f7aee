import { describe, expect, it } from '@jest/globals';
import { DETAILS, renderMarkdown } from '../../../../src/report/formats/markdown/markdown.ts';
import { renderSummary } from '../../../../src/report/formats/summary/summary.ts';
import {
  blockedRecord,
  databaseFacts,
  databaseRecord,
  finding,
  preflightRecord,
  rehearsal,
  statement,
} from '../../../support/record.ts';
import { active } from '../../active.ts';

/** Letters outside ASCII, so that bytes and characters differ. */
const record = (() => {
  const blocked = blockedRecord();
  const findings = Array.from({ length: 20 }, (_, at) =>
    finding({ message: `Größe ${at} geht verloren 😀.` }),
  );
  return { ...blocked, findings: [...blocked.findings, ...findings] };
})();

const bytes = (text: string) => Buffer.byteLength(text);
const left = (text: string) =>
  /^> (.*), for its size: see report\.md of the report artifact\.$/m.exec(text)?.[1];

describe('renderSummary', () => {
  it('is the whole report where that fits, to the byte', () => {
    const full = renderMarkdown(record);
    expect(bytes(full)).toBeGreaterThan(full.length);
    expect(renderSummary(record, bytes(full))).toBe(full);
    expect(left(full)).toBeUndefined();
    expect(renderSummary(record)).toBe(full);
  });

  it.each([
    ['full', 'The statement log is left out here'],
    ['without-log', 'The evidence is left out here'],
    ['decision', 'The findings and the evidence are left out here'],
  ] as const)('one byte below %s, leaves out the next part and says so', (detail, said) => {
    const text = renderMarkdown(record, detail);
    expect(renderSummary(record, bytes(text))).toBe(text);
    const shorter = renderSummary(record, bytes(text) - 1);
    expect(bytes(shorter)).toBeLessThan(bytes(text));
    expect(left(shorter)).toBe(said);
  });

  it('keeps verdict and counts to the last', () => {
    const counts = renderMarkdown(record, 'counts');
    expect(counts).toContain('# ❌ Do not migrate: ');
    expect(counts).toContain('22 errors, 0 warnings, 0 notices.');
    const least = renderSummary(record, bytes(counts) - 1);
    expect(least).toContain('# Migration preflight: blocked');
    expect(least).toContain('22 errors, 0 warnings, 0 notices.');
    expect(least).toContain('report.md of the report artifact');
    expect(bytes(least)).toBeLessThan(300);
  });

  it('cuts no element, table or character at any limit', () => {
    for (let limit = 300; limit < bytes(renderMarkdown(record)) + 10; limit += 97) {
      const text = renderSummary(record, limit);
      expect(bytes(text)).toBeLessThanOrEqual(limit);
      expect(text.split('<details>').length).toBe(text.split('</details>').length);
      expect(active(text)).not.toMatch(/[`\ufffd]/);
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  it('stays below the limit of GitHub for 25,000 statements', () => {
    const statements = Array.from({ length: 25_000 }, (_, at) => statement({ line: at + 1 }));
    const facts = databaseFacts({ rehearsal: rehearsal({ statements }) });
    const huge = preflightRecord({ databases: [databaseRecord({ facts })] });
    expect(bytes(renderMarkdown(huge))).toBeGreaterThan(1_048_576);
    expect(bytes(renderSummary(huge))).toBeLessThanOrEqual(1_000_000);
    expect(left(renderSummary(huge))).toBe('The statement log is left out here');
  });

  it('has levels that shrink', () => {
    const sizes = DETAILS.map((detail) => bytes(renderMarkdown(record, detail)));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });
});
