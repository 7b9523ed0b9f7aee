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
    { severity: 'notice', count: 2, message: expect.stringContaining('repaired') },
  ]);
});
