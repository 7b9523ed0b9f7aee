import { expect, it } from '@jest/globals';
import { blockedRecord, finding, preflightRecord } from '../../../../support/record.ts';
import { sectionOf } from '../../../../support/sections.ts';

it('names the error that SQLite gave, where, and its remedy; not what was found in the data', () => {
  expect(sectionOf(blockedRecord(), 'Known issues met')?.split('\n')).toEqual([
    '- ❌ Cannot add a column with non-constant default (`SQLITE_ERROR`)',
    '  - Where: `migrations/0001_root_id.sql:5`',
    '  - Resolution: Add the column with DEFAULT NULL, and fill it with an UPDATE.',
  ]);
});

it('names a check that could not be carried out', () => {
  const findings = [
    finding({
      rule: 'check-degraded',
      severity: 'warning',
      message: 'No function f.',
      remedy: 'Register it.',
    }),
  ];
  expect(sectionOf(preflightRecord({ findings }), 'Known issues met')).toBe(
    '- ⚠️ No function f.\n  - Resolution: Register it.',
  );
});
