import { describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../../../src/facts/record.ts';
import { type Detail, renderMarkdown } from '../../../../src/report/formats/markdown/markdown.ts';
import {
  blockedRecord,
  databaseFacts,
  databaseRecord,
  failedRecord,
  finding,
  preflightRecord,
  rehearsal,
} from '../../../support/record.ts';
import { active, expectNoLink, skeleton, withoutFences } from '../../active.ts';
import { HOSTILE, hostileRecord } from '../../hostile.ts';

function headings(record: PreflightRecord, detail?: Detail): string[] {
  const lines = withoutFences(renderMarkdown(record, detail));
  return lines.flatMap((line) => /^#+ .*|(?<=<summary><b>).*(?=<\/b>)/.exec(line)?.[0] ?? []);
}

const healthCheck = () => {
  const { plan: _, after: __, changes: ___, ...facts } = databaseFacts();
  const notRun = rehearsal({ outcome: 'not-run', commits: 0, statements: [] });
  return preflightRecord({ databases: [databaseRecord({ facts: { ...facts, rehearsal: notRun } })] });
};

describe('report.md', () => {
  it('says what was decided, why and what to do next, then shows the evidence', () => {
    expect(headings(blockedRecord())).toEqual([
      '# ❌ Do not migrate: "Rename the goals" fails: no such table',
      '## Why',
      'The rows concerned',
      '## What to do next',
      '## Evidence',
      'Health before → after',
      'Data volume',
      'Rows missing required values: 20 → 0',
      'What stays modified after the failure',
      'Script validation',
      'Statement log',
      'Known issues met',
      'Risk: high',
      'Timeline',
      'Success criteria: 0 of 1 met',
    ]);
  });

  it('shows a cleared run on one screen before the evidence', () => {
    const notices = Array.from({ length: 5 }, () => finding({ severity: 'notice' }));
    const text = renderMarkdown(preflightRecord({ findings: notices }));
    const open = text.slice(0, text.indexOf('## Evidence')).replace(/<details>.*?<\/details>/gs, '');
    expect(open.split('\n').length).toBeLessThan(25);
    expect(open).toContain('# ✅ Safe to migrate as rehearsed: nothing is lost that was not allowed');
    expect(open).toContain('**Proceed with the migration.**');
    expect(open).not.toContain('## Why');
  });

  it('verifies by hand what was rehearsed to its end', () => {
    expect(headings(preflightRecord())).toContain('Verification by hand');
    expect(headings(preflightRecord())).not.toContain('Known issues met');
  });

  it('has no section about a migration where there was none', () => {
    expect(headings(healthCheck())).toEqual([
      '# ✅ Safe to migrate as rehearsed: nothing is lost that was not allowed',
      '## What to do next',
      '## Evidence',
      'Health',
      'Data volume',
      'Rows missing required values: 20',
      'Verification by hand',
      'Risk: low',
      'Timeline',
      'Success criteria: 2 of 2 met',
    ]);
  });

  it.each(['snapshot', 'settings'] as const)('has no evidence where nothing was measured: %s', (of) => {
    expect(headings(failedRecord(of))).toEqual([
      '# 💥 Nothing is proven: the set-up is wrong',
      '## Why',
      '## What to do next',
    ]);
  });

  it('loses no finding that belongs to none of the databases', () => {
    const findings = [finding({ database: 'elsewhere.db', message: 'of nobody' })];
    expect(renderMarkdown(preflightRecord({ findings }))).toContain('of nobody');
    const databases = [databaseRecord(), databaseRecord()];
    expect(renderMarkdown(preflightRecord({ databases, findings }))).toContain('of nobody');
  });

  it('names the versions that measured', () => {
    expect(renderMarkdown(preflightRecord()).trimEnd().split('\n').at(-1)).toBe(
      '<sub>sqlite-preflight 1.2.3, SQLite 3.50.4, Node 24.1.0, 2026-01-01T15:23:00.000Z. Only what was measured is stated; no value of a row is shown.</sub>',
    );
    expect(renderMarkdown(failedRecord('settings'))).toContain('<sub>sqlite-preflight 1.2.3, Node 24.1.0,');
  });

  it('is the same bytes for the same record', () => {
    for (const record of [preflightRecord(), blockedRecord(), hostileRecord('x')])
      expect(renderMarkdown(record)).toBe(renderMarkdown(structuredClone(record)));
  });

  it('leaves no element open and no cell over', () => {
    for (const record of [preflightRecord(), blockedRecord(), healthCheck(), hostileRecord('a|b')]) {
      const text = renderMarkdown(record);
      expect(text.split('<details>').length).toBe(text.split('</details>').length);
      for (const table of active(text).match(/(?:^ *\|.*\n)+/gm) ?? []) {
        const widths = table
          .trimEnd()
          .split('\n')
          .map((line) => line.split('|').length);
        expect(new Set(widths).size).toBe(1);
      }
    }
  });
});

describe('report.md with hostile names', () => {
  const plain = skeleton(renderMarkdown(hostileRecord('plain')));

  it.each(HOSTILE)('keeps its shape, and makes nothing of %j', (name) => {
    const text = renderMarkdown(hostileRecord(name));
    expectNoLink(text);
    expect(active(text)).not.toMatch(/[<`[\]~$]/);
    expect(skeleton(text)).toEqual(plain);
  });
});
