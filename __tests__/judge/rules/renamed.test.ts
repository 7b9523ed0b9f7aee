import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('renamed');

const SCHEMA = 'CREATE TABLE t(a); INSERT INTO t VALUES (1);';

it('mentions tables and columns under their new names', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME a TO b;')).toMatchObject([
    { severity: 'notice', table: 'u', message: 't is u now.' },
    { severity: 'notice', table: 'u', columns: ['b'], message: 'u.a is u.b now.' },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO t;')).toEqual([]);
});
