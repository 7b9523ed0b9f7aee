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
        /^2 statements stay applied, 1 was not run\. Applied: 0002\.sql: CREATE TABLE u\(a\); 1 statement of 1 file before it\.$/,
      ),
    },
  ]);
});

it('is not raised where the failure takes everything back, or nothing was written', () => {
  expect(findings.after(SCHEMA, SQL, { profile: 'transaction' })).toEqual([]);
  expect(findings.after(SCHEMA, 'SELECT 1; INSERT INTO t VALUES (1);')).toEqual([]);
});

it('names at most three statements, however many files and statements there were', () => {
  const files = ['1', '2', '3'].map((file) =>
    ['a', 'b', 'c', 'd', 'e'].map((name) => `CREATE TABLE ${name}${file}(x);`).join('\n'),
  );
  const [finding] = findings.after(SCHEMA, [...files, 'INSERT INTO t VALUES (1);']);
  expect(finding?.message).toBe(
    '15 statements stay applied, 0 were not run. Applied: 0003.sql: CREATE TABLE a3(x), CREATE TABLE b3(x), CREATE TABLE c3(x) and 2 more; 10 statements of 2 files before it.',
  );
});
