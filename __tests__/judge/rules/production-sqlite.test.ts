import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('production-sqlite');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, 2);';
const SQL = 'CREATE TABLE u(a);\nALTER TABLE t DROP COLUMN a;\nCREATE TABLE w(a INT) STRICT;';

it('is an error at each statement that production would refuse, and names what it needs', () => {
  expect(findings.after(SCHEMA, SQL, { productionSqlite: '3.34.1' })).toMatchObject([
    {
      severity: 'error',
      object: 'DROP COLUMN',
      location: { file: 'm/0001.sql', line: 2 },
      message: '"ALTER TABLE t DROP COLUMN a": DROP COLUMN needs SQLite 3.35; production has 3.34.1.',
    },
    { object: 'STRICT', location: { line: 3 } },
  ]);
});

it.each([
  ['3.35', 1],
  ['3.35.4', 1],
  ['3.36.0', 1],
  ['3.37', 0],
  ['3.100', 0],
  ['3.4', 2],
])('compares releases number by number: %s', (productionSqlite, count) => {
  expect(findings.after(SCHEMA, SQL, { productionSqlite })).toHaveLength(count);
});

it('says all that one statement needs, the newest first', () => {
  const sql = "UPDATE t SET a = iif(a IS DISTINCT FROM 1, a, 2) WHERE a ->> '$' > 1;";
  expect(findings.after(SCHEMA, sql, { productionSqlite: '3.31' })).toMatchObject([
    {
      object: 'IS DISTINCT FROM',
      message: expect.stringContaining(
        'IS DISTINCT FROM needs SQLite 3.39, -> and ->> needs SQLite 3.38 and iif() needs SQLite 3.32',
      ),
    },
  ]);
});

it('says nothing where the settings do not say what production has', () => {
  expect(findings.after(SCHEMA, SQL)).toEqual([]);
  expect(findings.of(SCHEMA, { productionSqlite: '3.7' })).toEqual([]);
});
