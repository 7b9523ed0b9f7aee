import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('rows-lost');

const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY, v); CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id) ON DELETE CASCADE);
  INSERT INTO p VALUES (1, 'a'), (2, 'b'); INSERT INTO c VALUES (1, 1), (2, 1), (3, 2);`;
const REBUILD = `PRAGMA foreign_keys=OFF; CREATE TABLE n(id INTEGER PRIMARY KEY, v); INSERT INTO n SELECT * FROM p;
  DROP TABLE p; ALTER TABLE n RENAME TO p; PRAGMA foreign_keys=ON;`;

it('counts every row that is gone, also where others came, and points at the DELETE', () => {
  const replaced = 'SELECT 1;\nDELETE FROM c WHERE p = 1; INSERT INTO c VALUES (9, 2);';
  expect(findings.after(SCHEMA, replaced)).toMatchObject([
    {
      severity: 'error',
      table: 'c',
      count: 2,
      message: 'c: 2 rows of 3 are gone, 1 other came.',
      location: { file: 'm/0001.sql', line: 2 },
    },
  ]);
  const [alone] = findings.after(SCHEMA, 'DELETE FROM c WHERE p = 2;');
  expect(alone?.message).toBe('c: 1 row of 3 is gone.');
  expect(findings.after(SCHEMA, 'INSERT INTO c VALUES (9, 2);')).toEqual([]);
});

it('sees the children that a rebuild in a transaction deletes, in a table that no statement names', () => {
  expect(findings.after(SCHEMA, REBUILD, { profile: 'transaction' })).toMatchObject([
    { severity: 'error', table: 'c', count: 3 },
  ]);
  expect(findings.after(SCHEMA, REBUILD)).toEqual([]);
});

it('sees rows that a unique key swallowed in a copy', () => {
  const schema = "CREATE TABLE t(id INTEGER PRIMARY KEY, k); INSERT INTO t VALUES (1, 'a'), (2, 'A');";
  const sql =
    'CREATE TABLE n(id INTEGER PRIMARY KEY, k UNIQUE COLLATE NOCASE); INSERT OR IGNORE INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;';
  expect(findings.after(schema, sql)).toMatchObject([{ table: 't', count: 1 }]);
});

it('counts rows that the migration made and lost again, once, and not those that came back', () => {
  const made = 'INSERT INTO p(id) VALUES (8); INSERT INTO c VALUES (8, 8), (9, 8);\n';
  const settings = { profile: 'transaction' } as const;
  expect(findings.after(SCHEMA, `${made}DELETE FROM p WHERE id = 8;`, settings)).toMatchObject([
    {
      severity: 'warning',
      table: 'c',
      count: 2,
      message:
        'c: 2 rows that the migration itself made are gone again, by a statement that does not name the table.',
      location: { file: 'm/0001.sql', line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, `${made}DELETE FROM p;`, settings)).toMatchObject([
    { table: 'c', count: 3 },
    { table: 'p', count: 2 },
  ]);
  const back = 'DELETE FROM p WHERE id = 8; INSERT INTO c VALUES (8, 1), (9, 1);';
  expect(findings.after(SCHEMA, `${made}${back}`, settings)).toEqual([]);
});
