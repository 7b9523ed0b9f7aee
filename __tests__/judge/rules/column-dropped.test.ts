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
