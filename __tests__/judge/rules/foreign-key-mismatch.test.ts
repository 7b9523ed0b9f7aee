import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('foreign-key-mismatch');

const SCHEMA = `CREATE TABLE p(id INT UNIQUE, v); CREATE TABLE c(p REFERENCES p(id)); INSERT INTO p VALUES (1, 1); INSERT INTO c VALUES (1);`;
const REBUILD =
  'CREATE TABLE n(id INT, v); INSERT INTO n SELECT * FROM p; DROP TABLE p; ALTER TABLE n RENAME TO p;';

it('sees a parent that lost its UNIQUE', () => {
  expect(findings.after(SCHEMA, REBUILD)).toMatchObject([
    { severity: 'error', table: 'c', columns: ['p'], count: 1 },
  ]);
  expect(findings.after(SCHEMA, REBUILD.replace('id INT,', 'id INT UNIQUE,'))).toEqual([]);
});

it('sees a key that a rename pointed to a dropped table, even while the child is empty', () => {
  const schema = 'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id));';
  const renamed =
    'ALTER TABLE p RENAME TO p_old; CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p SELECT * FROM p_old; DROP TABLE p_old;';
  expect(findings.after(schema, renamed)).toMatchObject([{ severity: 'error', table: 'c', count: 0 }]);
});

it('is a notice where it was so before, or is repaired', () => {
  const broken = 'CREATE TABLE c(p REFERENCES gone(id));';
  expect(findings.after(broken, 'CREATE INDEX i ON c(p)')).toMatchObject([{ severity: 'notice' }]);
  expect(findings.after(broken, 'CREATE TABLE gone(id INTEGER PRIMARY KEY)')).toMatchObject([
    { severity: 'notice', message: expect.stringContaining('repaired') },
  ]);
});

it('points at the statement with which the parent went, or the key came', () => {
  const schema = 'CREATE TABLE p(id TEXT PRIMARY KEY, n); CREATE TABLE c(p REFERENCES p(id));';
  const placeAfter = (sql: string, before = schema) => findings.after(before, sql)[0]?.location?.line;
  const renamed =
    'CREATE TABLE d(p REFERENCES p(id));\nALTER TABLE p RENAME TO o;\nCREATE TABLE p(id TEXT PRIMARY KEY, n);\nDROP TABLE o;';
  expect(findings.after(schema, renamed).map(({ location }) => location?.line)).toEqual([4, 4]);
  expect(placeAfter('SELECT 1;\nDROP TABLE p;')).toBe(2);
  expect(placeAfter('SELECT 1;\nCREATE TABLE d(x REFERENCES nobody(id));')).toBe(2);
  expect(placeAfter('SELECT 1;\nALTER TABLE c ADD COLUMN q REFERENCES p(n);')).toBe(2);
  const unique =
    'CREATE TABLE p(id INT, n); CREATE UNIQUE INDEX u ON p(id); CREATE TABLE c(p REFERENCES p(id));';
  expect(placeAfter('SELECT 1;\nDROP INDEX u;', unique)).toBe(2);
  expect(placeAfter(`SELECT 1;\n${REBUILD}`, SCHEMA)).toBe(2);
});
