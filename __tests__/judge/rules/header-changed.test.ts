import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('header-changed');

const SCHEMA = 'PRAGMA user_version=5; PRAGMA application_id=7; CREATE TABLE t(a);';

it('warns of each value that changed, and not of a version that moves forward', () => {
  expect(findings.after(SCHEMA, 'PRAGMA user_version=4; PRAGMA application_id=0;')).toMatchObject([
    { severity: 'warning', object: 'application_id', message: 'application_id: 7 → 0.' },
    { severity: 'warning', object: 'user_version', message: 'user_version: 5 → 4.' },
  ]);
  expect(findings.after(SCHEMA, 'PRAGMA user_version=6; CREATE TABLE u(a);')).toEqual([]);
});

it('sees another journal mode', () => {
  expect(findings.after(SCHEMA, 'PRAGMA journal_mode=WAL')).toMatchObject([{ object: 'journal_mode' }]);
});
