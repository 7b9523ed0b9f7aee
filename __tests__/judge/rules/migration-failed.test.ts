import { describe, expect, it } from '@jest/globals';
import { folderOf } from '../../support/plans.ts';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('migration-failed');
const folder = scratchFolder();

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';

it('gives place, message and the way out of a well-known failure', () => {
  expect(
    findings.after(SCHEMA, '\n-- Stamp rows\nALTER TABLE t ADD COLUMN at DEFAULT CURRENT_TIMESTAMP;'),
  ).toMatchObject([
    {
      severity: 'error',
      message:
        '"ALTER TABLE t ADD COLUMN at DEFAULT CURRENT_TIMESTAMP" fails: Cannot add a column with non-constant default.',
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

it('takes no marker that a tool wrote for a title, and shows of a failing statement its SQL', () => {
  const schema = "CREATE TABLE t(n); INSERT INTO t VALUES ('x'), ('x');";
  const sql = 'ALTER TABLE t ADD k TEXT;--> statement-breakpoint\nCREATE UNIQUE INDEX tag_n\n  ON t (n);';
  const [finding] = findings.after(schema, sql);
  expect(finding?.message).toMatch(
    /^"CREATE UNIQUE INDEX tag_n ON t \(n\)" fails: UNIQUE constraint failed: t\.n\./,
  );
});

describe('what a tool in its own transaction is told', () => {
  it.each([
    ['goose', /file of its own with `-- \+goose NO TRANSACTION`/],
    ['dbmate', /`-- migrate:up transaction:false`/],
    ['sqlx', /`-- no-transaction`/],
    ['diesel', /`run_in_transaction = false`/],
    ['sql-migrate', /`-- \+migrate Up notransaction`/],
    ['golang-migrate', /`x-no-tx-wrap=true`/],
    ['drizzle', /run it by hand/],
    ['transaction', /declare `profile: plain`/],
  ])('of VACUUM under %s', (profile, remedy) => {
    const [finding] = findings.after(SCHEMA, 'VACUUM;', { profile });
    expect(finding?.remedy).toMatch(remedy);
    if (profile !== 'transaction') expect(finding?.remedy).not.toMatch(/profile: plain/);
  });

  it('names no foreign keys off where nothing turns them off', () => {
    const schema =
      'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id)); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);';
    expect(findings.after(schema, 'DELETE FROM p', { profile: 'd1' })[0]?.remedy).not.toMatch(
      /foreign keys off/,
    );
    expect(findings.after(schema, 'DELETE FROM p', { profile: 'prisma' })[0]?.remedy).toMatch(
      /foreign keys off/,
    );
  });
});

it('says what stays recorded of the files before it', () => {
  const files = folderOf({
    '2024-01-01-000000_one/up.sql': 'CREATE TABLE b(id INTEGER PRIMARY KEY);',
    '2024-02-01-000000_two/up.sql': 'CREATE TABLE d(id INTEGER PRIMARY KEY);',
    '2024-03-01-000000_three/up.sql': 'INSERT INTO t VALUES (1, 1);',
  });
  const settings = { layout: 'diesel' };
  const record = judged(measured(folder, SCHEMA, files, settings), settings);
  expect(record.findings.map(({ rule }) => rule)).toEqual(['migration-failed']);
  expect(record.findings[0]?.message).toContain(
    '2024-01-01-000000_one/up.sql and 2024-02-01-000000_two/up.sql stay applied and recorded',
  );
});
