import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('half-migrated');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1);';
const SQL =
  'CREATE TABLE u(a);\nUPDATE t SET id = 9 WHERE id = 5;\nINSERT INTO t VALUES (1);\nCREATE TABLE w(a);';

it('says what stays applied, what does not, and where it stopped', () => {
  expect(findings.after(SCHEMA, ['CREATE TABLE x(a)', SQL])).toMatchObject([
    {
      severity: 'error',
      count: 2,
      location: { file: 'm/0002.sql', line: 3 },
      message: expect.stringMatching(
        /^2 statements stay applied, 1 was not run\. Applied: 0001\.sql: .*; 0002\.sql: /,
      ),
    },
  ]);
});

it('is not raised where the failure takes everything back, or nothing was written', () => {
  expect(findings.after(SCHEMA, SQL, { profile: 'transaction' })).toEqual([]);
  expect(findings.after(SCHEMA, 'SELECT 1; INSERT INTO t VALUES (1);')).toEqual([]);
});
