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
