import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('check-degraded');

import { measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

it('names what is missing once, whatever it hindered, and never speaks of damage', () => {
  const facts = measured(folder, 'CREATE TABLE t(a)', 'SELECT 1');
  const missing = 'no such collation sequence: german';
  const degraded = [
    { check: 'integrity', table: 't', missing },
    { check: 'rows', table: 't', missing },
    { check: 'rows', table: 'u', missing: 'database disk image is malformed', damaged: true },
  ] as const;
  const before = facts.before && { ...facts.before, degraded: [...degraded] };
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
