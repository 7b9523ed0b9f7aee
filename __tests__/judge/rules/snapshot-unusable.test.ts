import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('snapshot-unusable');

it('says why, and that the set-up is to be fixed', () => {
  const unusable = { reason: 'it is empty (0 bytes).', remedy: 'Fetch it again.' };
  expect(findings.over({ unusable })).toMatchObject([
    { severity: 'error', message: 'app.db: it is empty (0 bytes).', remedy: 'Fetch it again.' },
  ]);
});

it('is raised for a database without a table, and not for one with an empty table', () => {
  expect(findings.of('PRAGMA user_version=1')).toHaveLength(1);
  expect(findings.of('CREATE TABLE t(a)')).toEqual([]);
});
