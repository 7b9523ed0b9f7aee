import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('required-null');

const SCHEMA =
  'CREATE TABLE goals(id INTEGER PRIMARY KEY, root); INSERT INTO goals VALUES (1, 1), (2, NULL), (3, NULL);';
const required = (column = 'root') => ({ checks: { required: [{ table: 'goals', column }] } });

it('judges what the migration leaves, not what it fills', () => {
  expect(findings.after(SCHEMA, 'UPDATE goals SET root = 1 WHERE id = 2', required())).toMatchObject([
    {
      severity: 'error',
      table: 'goals',
      columns: ['root'],
      count: 1,
      query: 'SELECT * FROM "goals" WHERE "goals"."root" IS NULL;',
    },
  ]);
  expect(findings.after(SCHEMA, 'UPDATE goals SET root = 1 WHERE root IS NULL', required())).toEqual([]);
});

it('is raised for a column that is gone; one that never existed is a mistake of the settings', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE goals DROP COLUMN root', required())).toMatchObject([
    { columns: ['root'], message: expect.stringContaining('no such column') },
  ]);
  expect(findings.after(SCHEMA, 'SELECT 1', required('none'))).toEqual([]);
});

it('judges the database itself in a health check, and stays silent after a migration that failed', () => {
  expect(findings.of(SCHEMA, required())).toMatchObject([{ count: 2 }]);
  expect(findings.after(SCHEMA, 'SELECT nothing', required())).toEqual([]);
});
