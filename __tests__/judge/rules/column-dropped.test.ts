import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('column-dropped');

const SCHEMA = 'CREATE TABLE t(a, b, c); INSERT INTO t VALUES (1, 2, NULL), (1, 3, NULL);';

it('is an error with values and a notice without, at the statement', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t DROP COLUMN b')).toMatchObject([
    { severity: 'error', table: 't', columns: ['b'], count: 2, location: { line: 1 } },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t DROP COLUMN c')).toMatchObject([
    { severity: 'notice', columns: ['c'], count: 0 },
  ]);
});

it('is not raised for a rename, nor for the columns of a dropped table', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME COLUMN b TO d')).toEqual([]);
  expect(findings.after(SCHEMA, 'DROP TABLE t')).toEqual([]);
});

it('is a warning where a new column has the same value in all rows, and no statement drops the old one', () => {
  const flags = 'CREATE TABLE f(id INTEGER PRIMARY KEY, off INTEGER); INSERT INTO f VALUES (1, 0), (2, 0);';
  const rebuild = (value: string) =>
    `CREATE TABLE n(id INTEGER PRIMARY KEY, beta INTEGER); INSERT INTO n SELECT id, ${value} FROM f;
     DROP TABLE f; ALTER TABLE n RENAME TO f;`;
  expect(findings.after(flags, rebuild('0'))).toMatchObject([
    {
      severity: 'warning',
      columns: ['off'],
      count: 2,
      message:
        'f.off is gone, with 2 values. f.beta is new and has the same value, one in all rows: is it this column?',
    },
  ]);
  expect(findings.after(flags, rebuild('1'))).toMatchObject([{ severity: 'error', columns: ['off'] }]);
  const dropped = 'ALTER TABLE f ADD COLUMN beta INTEGER DEFAULT 0; ALTER TABLE f DROP COLUMN off;';
  expect(findings.after(flags, dropped)).toMatchObject([
    { severity: 'error', message: 'f.off is gone, with 2 values.' },
  ]);
});
