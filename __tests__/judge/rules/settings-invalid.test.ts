import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('settings-invalid');

it('gives every mistake with its place', () => {
  const mistakes = [
    { key: 'fail-on', message: 'fail-on is "eror".', remedy: 'Correct it.', file: 'preflight.yml', line: 3 },
    { key: 'database', message: 'database is missing.', remedy: 'Give it.' },
  ];
  expect(findings.over({ mistakes })).toMatchObject([
    { object: 'database', message: 'database is missing.' },
    { object: 'fail-on', location: { file: 'preflight.yml', line: 3 }, remedy: 'Correct it.' },
  ]);
  expect(findings.over({ mistakes: [] })).toEqual([]);
});

const SCHEMA = 'CREATE TABLE t(a); CREATE TABLE p(id);';
const source = { file: 'preflight.yml', line: 7 };

it('says which table or column of a check never existed, with its place in the config', () => {
  const settings = {
    checks: {
      required: ['a', 'b'].map((column) => ({ table: 'gone', column, source })),
      references: [{ table: 't', columns: ['x'], parent: 'p', parentColumns: ['id'] }],
    },
    expect: {
      tables: ['made_later'],
      columns: [{ table: 'tt', column: 'a' }],
      rows: [{ table: 'ttt', count: 'unchanged' as const }],
    },
  };
  expect(findings.after(SCHEMA, 'SELECT 1', settings).map(({ message }) => message)).toEqual([
    'checks.references: there is no column t.x, neither before nor after the migration.',
    'checks.required: there is no table gone, neither before nor after the migration.',
    'expect.columns: there is no table tt, neither before nor after the migration.',
    'expect.rows: there is no table ttt, neither before nor after the migration.',
  ]);
});

it.each([
  ['is there after the migration only', 'ALTER TABLE t ADD COLUMN x'],
  ['is there before the migration only', 'ALTER TABLE t DROP COLUMN a', 'a'],
  ['came and went within the migration', 'ALTER TABLE t ADD COLUMN x; ALTER TABLE t DROP COLUMN x'],
  ['belongs to a table that came and went', 'CREATE TABLE u(x); DROP TABLE u', 'x', 'u'],
  ['may not have been made, because the migration failed', 'SELECT nothing'],
])('says nothing of a column that %s', (_, migration, column = 'x', table = 't') => {
  const schema = SCHEMA.replace('t(a)', 't(a, b)');
  expect(findings.after(schema, migration, { checks: { required: [{ table, column }] } })).toEqual([]);
});

it('refuses a query that can be right on no side, and only that', () => {
  const wrong = (sql: string, migration: string) => {
    const settings = { checks: { queries: [{ id: 'q', sql, source }] } };
    return findings.after(SCHEMA, migration, settings).map(({ message }) => message);
  };
  expect(wrong('SELECT FROM', 'SELECT 1')).toEqual([
    'checks.queries: q cannot be run: near "FROM": syntax error.',
  ]);
  expect(wrong('DELETE FROM t', 'SELECT nothing')).toEqual([
    'checks.queries: q cannot be run: it must be a SELECT.',
  ]);
  expect(wrong('SELECT x FROM t', 'SELECT 1')).toEqual([
    'checks.queries: q cannot be run: no such column: x.',
  ]);
  expect(wrong('SELECT x FROM t', 'ALTER TABLE t ADD COLUMN x')).toEqual([]);
  expect(wrong('SELECT a FROM t', 'DROP TABLE t')).toEqual([]);
  expect(wrong('SELECT x FROM t', 'SELECT nothing')).toEqual([]);
});

it('refuses in a health check only what is wrong whatever the schema', () => {
  const queries = ['DELETE FROM t', 'SELECT x FROM t'].map((sql, at) => ({ id: `q${at}`, sql, source }));
  const checks = { queries, required: [{ table: 't', column: 'x' }] };
  const later = {
    tables: [],
    columns: [{ table: 'u', column: 'x' }],
    rows: [{ table: 'u', count: 'unchanged' as const }],
  };
  expect(findings.of(SCHEMA, { checks, expect: later }).map(({ message }) => message)).toEqual([
    'checks.queries: q0 cannot be run: it must be a SELECT.',
  ]);
});
