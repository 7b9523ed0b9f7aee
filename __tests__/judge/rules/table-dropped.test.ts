import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('table-dropped');

const SCHEMA =
  'CREATE TABLE t(a); CREATE INDEX i ON t(a); INSERT INTO t VALUES (1), (2); CREATE TABLE empty(a);';

it('is an error with rows and a notice without, at the statement', () => {
  expect(findings.after(SCHEMA, 'DROP TABLE t')).toMatchObject([
    { severity: 'error', table: 't', count: 2, location: { line: 1 } },
  ]);
  expect(findings.after(SCHEMA, 'DROP TABLE empty')).toMatchObject([
    { severity: 'notice', table: 'empty', count: 0 },
  ]);
});

it('is not raised for a rename or a rebuild', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u')).toEqual([]);
  expect(
    findings.after(
      SCHEMA,
      'CREATE TABLE n(a); INSERT INTO n SELECT a FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t',
    ),
  ).toEqual([]);
});

it('counts the rows of the table that is gone, not of the one that has its name now', () => {
  expect(findings.after(SCHEMA, 'DROP TABLE t; ALTER TABLE empty RENAME TO t;')).toMatchObject([
    { severity: 'error', table: 't', count: 2 },
  ]);
});
