import { describe, expect, it } from '@jest/globals';
import type { Severity } from '../../../../src/facts/finding.ts';
import { renderAnnotations } from '../../../../src/report/formats/annotations/annotations.ts';
import { finding, preflightRecord } from '../../../support/record.ts';

function many(number: number, severity: Severity) {
  return Array.from({ length: number }, (_, at) => finding({ severity, message: `Finding ${at + 1}.` }));
}

describe('renderAnnotations', () => {
  it('leads to the place, and says what to do', () => {
    const findings = [finding({ location: { file: 'migrations/0002.sql', line: 14 } })];
    expect(renderAnnotations(preflightRecord({ findings }))).toEqual([
      {
        severity: 'error',
        title: 'Rows are lost',
        message: 'goals: 3 rows of 45 are gone. Keep the rows.',
        file: 'migrations/0002.sql',
        line: 14,
      },
    ]);
  });

  it('leaves file and line out where they are not known', () => {
    const findings = [finding(), finding({ location: { file: 'a.sql' } })];
    const [nowhere, file] = renderAnnotations(preflightRecord({ findings }));
    expect(Object.keys(nowhere ?? {})).toEqual(['severity', 'title', 'message']);
    expect(Object.keys(file ?? {})).toEqual(['severity', 'title', 'message', 'file']);
  });

  it('gives the reason of an allowance instead of a remedy', () => {
    const findings = [finding({ severity: 'notice', allowed: 'expired rows are purged' })];
    const [allowed] = renderAnnotations(preflightRecord({ findings }));
    expect(allowed?.message).toBe('goals: 3 rows of 45 are gone. Allowed: expired rows are purged');
  });

  it('begins with the most severe, whatever the order of the findings', () => {
    const findings = (['notice', 'error', 'warning'] as const).map((severity) => finding({ severity }));
    const severities = renderAnnotations(preflightRecord({ findings })).map(({ severity }) => severity);
    expect(severities).toEqual(['error', 'warning', 'notice']);
  });

  it.each(['error', 'warning', 'notice'] as const)(
    'shows ten of severity %s, and counts the rest of eleven',
    (severity) => {
      const ten = renderAnnotations(preflightRecord({ findings: many(10, severity) }));
      expect(ten).toHaveLength(10);
      expect(ten.at(-1)?.message).toMatch(/^Finding 10\./);
      const eleven = renderAnnotations(preflightRecord({ findings: many(11, severity) }));
      expect(eleven).toHaveLength(10);
      expect(eleven.at(-2)?.message).toMatch(/^Finding 9\./);
      expect(eleven.at(-1)).toEqual({
        severity,
        title: 'And more',
        message: `And 2 more of severity ${severity}, see the report.`,
      });
    },
  );

  it('shows fewer of a severity where the host needs some for itself', () => {
    const record = preflightRecord({ findings: [...many(10, 'error'), ...many(10, 'warning')] });
    const annotations = renderAnnotations(record, { error: 9 });
    expect(annotations.filter(({ severity }) => severity === 'error')).toHaveLength(9);
    expect(annotations[8]?.message).toBe('And 2 more of severity error, see the report.');
    expect(annotations.filter(({ severity }) => severity === 'warning')).toHaveLength(10);
  });

  it('cuts a message at 4,096 characters and not before', () => {
    const message = (length: number) => {
      const text = 'x'.repeat(length - ' Keep the rows.'.length);
      return renderAnnotations(preflightRecord({ findings: [finding({ message: text })] }))[0]?.message ?? '';
    };
    expect(message(4096)).toMatch(/Keep the rows\.$/);
    expect(message(4097)).toHaveLength(4096);
    expect(message(4097)).toMatch(/Keep the row…$/);
  });

  it('does not cut a character in half', () => {
    const findings = [finding({ message: `${'x'.repeat(4094)}😀 and more` })];
    const [annotation] = renderAnnotations(preflightRecord({ findings }));
    expect(annotation?.message).toBe(`${'x'.repeat(4094)}…`);
  });

  it('spells out control characters', () => {
    const findings = [finding({ title: 'a\nb', message: '\u001b[31m::error::\u202e' })];
    const [annotation] = renderAnnotations(preflightRecord({ findings }));
    expect(annotation?.title).toBe('a\\u{a}b');
    expect(annotation?.message).toMatch(/^\\u\{1b\}\[31m::error::\\u\{202e\} /);
  });
});
