import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('orphans-introduced');

const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id));
  INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1, 1), (2, 2), (3, 9);`;

it('counts only the rows that the migration left without a parent, and points at the statement', () => {
  expect(findings.after(SCHEMA, 'SELECT 1;\nDELETE FROM p WHERE id = 2;')).toMatchObject([
    { severity: 'error', table: 'c', columns: ['p'], count: 1, location: { file: 'm/0001.sql', line: 2 } },
  ]);
});

it('is not raised for orphans that were there before, nor when the children go first', () => {
  expect(findings.after(SCHEMA, 'CREATE INDEX i ON c(p)')).toEqual([]);
  expect(findings.after(SCHEMA, 'DELETE FROM c WHERE p = 2; DELETE FROM p WHERE id = 2;')).toEqual([]);
});

it('follows a renamed child and column', () => {
  const renames = 'ALTER TABLE c RENAME TO d; ALTER TABLE d RENAME p TO q;';
  expect(findings.after(SCHEMA, renames)).toEqual([]);
});

it('sees children that lose their parent where only the settings know the key', () => {
  const schema =
    'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p INT); INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1), (2);';
  const references = [{ table: 'c', columns: ['p'], parent: 'p', parentColumns: ['id'] }];
  expect(findings.after(schema, 'DELETE FROM p WHERE id = 2', { checks: { references } })).toMatchObject([
    { table: 'c', columns: ['p'], count: 1, message: expect.stringContaining('(checks.references)') },
  ]);
  expect(findings.after(schema, 'UPDATE p SET id = id', { checks: { references } })).toEqual([]);
});

describe('where as many rows found a parent as lost theirs', () => {
  const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1), (2);
    CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id)); INSERT INTO c VALUES (1, 1), (2, 2), (3, 9), (4, 9);`;
  const key = (columns: string) => schema.replace('id INTEGER PRIMARY KEY, p INT', columns);

  it.each([
    ['of a table with a key', schema, 'INSERT INTO p VALUES (9); DELETE FROM p'],
    [
      'whose parent was renamed',
      schema,
      'ALTER TABLE p RENAME TO q; INSERT INTO q VALUES (9); DELETE FROM q',
    ],
    ['of a table without a key', key('id INT, p INT'), 'INSERT INTO p VALUES (9); DELETE FROM p'],
    [
      'of a table without rowids',
      key('id TEXT PRIMARY KEY, p INT').replace('(id));', '(id)) WITHOUT ROWID;'),
      'INSERT INTO p VALUES (9); DELETE FROM p',
    ],
    ['whose key was renamed', schema, 'ALTER TABLE c RENAME p TO q; INSERT INTO p VALUES (9); DELETE FROM p'],
  ])('counts the rows that lost it, %s', (_, before, sql) => {
    expect(findings.after(before, `${sql} WHERE id < 3;`)).toMatchObject([{ table: 'c', count: 2 }]);
  });

  it('counts none where the rows without a parent are the same', () => {
    expect(findings.after(schema, 'UPDATE c SET p = 8 WHERE p = 9; DELETE FROM c WHERE id < 2;')).toEqual([]);
    expect(findings.after(schema, 'INSERT INTO c VALUES (7, 2); DELETE FROM c WHERE id = 4;')).toEqual([]);
  });

  it('counts a new row without a parent beside one that found its own', () => {
    expect(
      findings.after(schema, 'UPDATE c SET p = 1 WHERE id = 3; INSERT INTO c VALUES (5, 9);'),
    ).toMatchObject([{ count: 1 }]);
  });
});
