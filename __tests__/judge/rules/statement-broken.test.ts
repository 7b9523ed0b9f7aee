import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('statement-broken');

const SCHEMA =
  'CREATE TABLE goals(id INTEGER PRIMARY KEY, completed, note); INSERT INTO goals VALUES (1, 2, 3);';
const application = (...statements: string[]) => ({
  checks: { statements: [{ file: 'app/goals.sql', sql: statements.join('\n') }] },
});

it('names each statement that the migration broke, with its file, its line and what SQLite says', () => {
  const settings = application(
    'SELECT id FROM goals;',
    'INSERT INTO goals(id, completed) VALUES (:id, $done::x(y)); UPDATE goals SET completed = ?1 WHERE id = @id;',
  );
  expect(findings.after(SCHEMA, 'ALTER TABLE goals DROP COLUMN completed', settings)).toMatchObject([
    {
      severity: 'error',
      object: 'app/goals.sql',
      location: { file: 'app/goals.sql', line: 2 },
      message:
        'This statement prepared before the migration, and does not after it: table goals has no column named completed.',
    },
    { severity: 'error', message: expect.stringContaining('no such column: completed') },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE goals DROP COLUMN note', settings)).toEqual([]);
});

it('only mentions what prepared on neither side', () => {
  const settings = application('SELECT "text" FROM goals;', 'SELECT soon FROM goals;');
  expect(findings.after(SCHEMA, 'ALTER TABLE goals ADD COLUMN soon', settings)).toMatchObject([
    { severity: 'notice', message: expect.stringMatching(/neither before nor after .*single-quotes\?\.$/) },
  ]);
  expect(findings.after(SCHEMA, 'DROP TABLE goals', application('SELECT none FROM goals'))).toMatchObject([
    {
      severity: 'notice',
      message: expect.stringMatching(/: no such table: goals \(before: no such column: none\)\.$/),
    },
  ]);
});

it('mentions what does not prepare in a health check, and is silent after a migration that failed', () => {
  const settings = application('SELECT none FROM goals');
  expect(findings.of(SCHEMA, settings)).toMatchObject([
    { severity: 'notice', message: 'This statement does not prepare: no such column: none.' },
  ]);
  expect(findings.after(SCHEMA, 'DROP TABLE goals; SELECT nothing', settings)).toEqual([]);
});
