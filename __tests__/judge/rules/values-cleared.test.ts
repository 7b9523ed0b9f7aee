import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('values-cleared');

const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id) ON DELETE SET NULL, v);
  INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1, 'x'), (2, 1, NULL);`;
const REBUILD =
  'CREATE TABLE n(id INTEGER PRIMARY KEY, w); INSERT INTO n(id) SELECT id FROM p; DROP TABLE p; ALTER TABLE n RENAME TO p;';

it('sees links that a rebuild erases in a table that no statement names', () => {
  expect(findings.after(SCHEMA, REBUILD, { profile: 'transaction' })).toMatchObject([
    { severity: 'error', table: 'c', columns: ['p'], count: 2 },
  ]);
  expect(findings.after(SCHEMA, REBUILD, { profile: 'transaction-fk-off' })).toEqual([]);
});

it('sees a backfill that writes NULL over values', () => {
  expect(findings.after(SCHEMA, 'UPDATE c SET v = (SELECT 1 WHERE 0)')).toMatchObject([
    { table: 'c', columns: ['v'], count: 1, location: { line: 1 } },
  ]);
  expect(findings.after(SCHEMA, "UPDATE c SET v = 'y' WHERE v IS NULL")).toEqual([]);
});
