import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('check-degraded');

import { judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

it('names what is missing once, whatever it hindered, and never speaks of damage', () => {
  const facts = measured(folder, 'CREATE TABLE t(a)', 'SELECT 1');
  const missing = 'no such collation sequence: german';
  const unchecked = [
    { check: 'integrity', table: 't', missing },
    { check: 'rows', table: 't', missing },
    { check: 'rows', table: 'u', missing: 'database disk image is malformed', damaged: true },
  ] as const;
  const before = facts.before && { ...facts.before, unchecked: [...unchecked] };
  expect(findings.over({ ...facts, ...(before && { before }) })).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      object: 'german',
      message: `${missing}. Not checked: integrity and rows of 1 table (t).`,
    },
  ]);
  expect(findings.over(facts)).toEqual([]);
});

it('names the queries of the settings that need what is missing', () => {
  const queries = ['first', 'second'].map((id) => ({ id, sql: 'SELECT f(a) FROM t' }));
  expect(findings.after('CREATE TABLE t(a)', 'SELECT 1', { checks: { queries } })).toMatchObject([
    {
      severity: 'warning',
      object: 'f',
      message: 'no such function: f. Not checked: 2 queries (first and second).',
    },
  ]);
});

it('notes in a health check what the settings name and the database does not have yet, with its place', () => {
  const source = { file: 'preflight.yml', line: 7 };
  const checks = {
    required: [
      { table: 't', column: 'a' },
      { table: 't', column: 'later', source },
      { table: 'u', column: 'a' },
      { table: 'u', column: 'b' },
    ],
    references: [{ table: 't', columns: ['later'], parent: 't', parentColumns: ['a'] }],
    queries: [{ id: 'q', sql: 'SELECT later FROM t' }],
  };
  const expected = { tables: ['u'], columns: [{ table: 'v', column: 'x' }] };
  const found = findings.of('CREATE TABLE t(a)', { checks, expect: expected });
  expect(found.map(({ severity, message }) => [severity, message]).toSorted()).toEqual([
    ['notice', 'checks.queries: q cannot be run: no such column: later. Not checked.'],
    ['notice', 'checks.references: the database has no column t.later. Not checked.'],
    ['notice', 'checks.required: the database has no column t.later. Not checked.'],
    ['notice', 'checks.required: the database has no table u. Not checked.'],
  ]);
  expect(found.some(({ location }) => location?.line === 7)).toBe(true);
  expect(findings.after('CREATE TABLE t(a)', 'ALTER TABLE t ADD COLUMN later', { checks })).toEqual([]);
});

it('a health check of a database that is not migrated yet is cleared under the settings of the migration', () => {
  const settings = {
    checks: { required: [{ table: 't', column: 'later' }] },
    expect: {
      tables: ['u'],
      columns: [{ table: 't', column: 'later' }],
      rows: [{ table: 't', count: { operator: '>=' as const, value: 5 } }],
    },
  };
  expect(judged(measured(folder, 'CREATE TABLE t(a)', undefined, settings), settings).verdict).toBe(
    'cleared',
  );
});
