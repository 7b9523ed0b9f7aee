import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('allowance-unused');

const SCHEMA = 'CREATE TABLE t(a); INSERT INTO t VALUES (1);';
const allow = [
  { rule: 'rows-lost', table: 't', reason: 'old rows', source: { file: 'preflight.yml', line: 9 } },
];

it('warns of an allowance that covers nothing, at its line', () => {
  expect(findings.after(SCHEMA, 'SELECT 1', { allow })).toMatchObject([
    { severity: 'warning', location: { file: 'preflight.yml', line: 9 } },
  ]);
  expect(findings.after(SCHEMA, 'DELETE FROM t', { allow })).toEqual([]);
});

it('is silent about one whose migration is not pending', () => {
  expect(
    findings.after(SCHEMA, 'SELECT 1', { allow: allow.map((one) => ({ ...one, migration: '0009' })) }),
  ).toEqual([]);
});
