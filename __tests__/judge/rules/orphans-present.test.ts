import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('orphans-present');

const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id));
  INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1), (2, 7), (3, 8);`;

it('counts the rows of each foreign key and gives the SELECT that lists them', () => {
  expect(findings.of(SCHEMA)).toMatchObject([
    {
      severity: 'error',
      table: 'c',
      columns: ['p'],
      count: 2,
      query: expect.stringMatching(/^SELECT c\.\* FROM "c" AS c WHERE/),
    },
  ]);
  expect(findings.of(SCHEMA.replace(', (2, 7), (3, 8)', ', (2, NULL)'))).toEqual([]);
});

it('fails on orphans that were there before under any, and only mentions them under introduced', () => {
  expect(findings.after(SCHEMA, 'CREATE INDEX i ON c(p)')).toMatchObject([{ severity: 'error', count: 2 }]);
  expect(findings.after(SCHEMA, 'CREATE INDEX i ON c(p)', { orphans: 'introduced' })).toMatchObject([
    { severity: 'notice', count: 2 },
  ]);
});

it('mentions orphans that the migration repaired', () => {
  expect(findings.after(SCHEMA, 'INSERT INTO p VALUES (7), (8)')).toMatchObject([
    {
      severity: 'notice',
      count: 2,
      message: expect.stringContaining('repaired'),
      remedy: 'Nothing: migrate, and they are repaired.',
    },
  ]);
});

it('counts the rows of a key that only the settings know, and says so', () => {
  const schema = SCHEMA.replace(' REFERENCES p(id)', '');
  const references = [{ table: 'C', columns: ['P'], parent: 'P', parentColumns: ['ID'] }];
  expect(findings.of(schema)).toEqual([]);
  expect(findings.of(schema, { checks: { references } })).toMatchObject([
    {
      severity: 'error',
      table: 'c',
      columns: ['p'],
      count: 2,
      message: 'c(p) (checks.references): 2 rows refer to no row of p.',
    },
  ]);
  // The same key, declared by the migration, is still the same key.
  const declared =
    'CREATE TABLE n(id INTEGER PRIMARY KEY, p INT REFERENCES p(id)); INSERT INTO n SELECT * FROM c; DROP TABLE c; ALTER TABLE n RENAME TO c;';
  const settings = { checks: { references }, orphans: 'introduced' as const };
  expect(findings.after(schema, declared, settings)).toMatchObject([
    {
      severity: 'notice',
      count: 2,
      message: 'Already before the migration, c(p): 2 rows refer to no row of p.',
    },
  ]);
});

it('calls no key of the settings repaired that is not there any more', () => {
  const schema = 'CREATE TABLE p(id INT); CREATE TABLE c(p INT); INSERT INTO c VALUES (1);';
  const references = [{ table: 'c', columns: ['p'], parent: 'p', parentColumns: ['id'] }];
  expect(findings.after(schema, 'ALTER TABLE c RENAME p TO q', { checks: { references } })).toEqual([]);
  expect(findings.after(schema, 'DELETE FROM c', { checks: { references } })).toMatchObject([
    { severity: 'notice', message: expect.stringContaining('c(p) (checks.references): 1 row without') },
  ]);
});
