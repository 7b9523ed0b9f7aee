import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('migration-failed');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';

it('gives place, message and the way out of a well-known failure', () => {
  expect(
    findings.after(SCHEMA, '\n-- Stamp rows\nALTER TABLE t ADD COLUMN at DEFAULT CURRENT_TIMESTAMP;'),
  ).toMatchObject([
    {
      severity: 'error',
      message: '"Stamp rows" fails: Cannot add a column with non-constant default.',
      remedy: expect.stringContaining('DEFAULT NULL'),
      location: { file: 'm/0001.sql', line: 3 },
    },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t ADD COLUMN at DEFAULT NULL;')).toEqual([]);
});

it.each([
  ['ALTER TABLE t ADD COLUMN v', /applied before/],
  ['INSERT INTO t VALUES (1, 2)', /same value twice/],
  ['.read other.sql', /sqlite3 shell/],
])('knows the way out of %s', (sql, remedy) => {
  expect(findings.after(SCHEMA, sql)[0]?.remedy).toMatch(remedy);
});

it('counts text in double quotes only where production refuses it', () => {
  expect(findings.after(SCHEMA, 'SELECT "x"', { profile: 'drizzle' })[0]?.remedy).toMatch(/single quotes/);
  expect(findings.after(SCHEMA, 'SELECT "x"')).toEqual([]);
});

it('leaves a function of the application to its own rule', () => {
  expect(findings.after(SCHEMA, 'SELECT slug(v) FROM t')).toEqual([]);
});

it('blames BEGIN in a file only where the profile opens a transaction itself', () => {
  expect(findings.after(SCHEMA, 'BEGIN; COMMIT;', { profile: 'transaction' })[0]?.remedy).toMatch(
    /remove BEGIN/,
  );
  expect(findings.after(SCHEMA, 'BEGIN; COMMIT;')).toEqual([]);
});
