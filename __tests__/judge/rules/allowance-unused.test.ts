import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('allowance-unused');

const at = (line: number) => ({ file: 'preflight.yml', line });
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

it.each([
  [{ table: 't' }, 'The allowance of rows-lost for t matched no finding.'],
  [{ table: 't', column: 'a' }, 'The allowance of rows-lost for t.a matched no finding.'],
  [{ object: 'i' }, 'The allowance of rows-lost for i matched no finding.'],
  [{ subject: 's' }, 'The allowance of rows-lost for s matched no finding.'],
])('names what it was given for: %j', (subject, message) => {
  const source = { file: 'preflight.yml', line: 9 };
  const [finding] = findings.after(SCHEMA, 'SELECT 1', {
    allow: [{ rule: 'rows-lost', reason: 'old rows', source, ...subject }],
  });
  expect(finding).toMatchObject({
    message,
    remedy: 'Remove it, or correct its rule and subject.',
    database: 'app.db',
  });
  expect(finding?.table).toBe('table' in subject ? 't' : undefined);
});

it('says of one that expired when it did, also beside one that holds', () => {
  const old = { rule: 'rows-lost', table: 't', reason: 'old', expires: '2026-06-14', source: at(10) };
  const holds = { ...old, expires: '2027-01-01', source: at(20) };
  const expired = {
    message: 'The allowance of rows-lost for t expired on 2026-06-14.',
    remedy: 'Remove it, or give it a new date.',
    location: { line: 10 },
  };
  expect(findings.after(SCHEMA, 'DELETE FROM t', { allow: [old] })).toMatchObject([expired]);
  expect(findings.after(SCHEMA, 'DELETE FROM t', { allow: [old, holds] })).toMatchObject([expired]);
  expect(findings.after(SCHEMA, 'SELECT 1', { allow: [old, holds] })).toMatchObject([
    expired,
    { message: 'The allowance of rows-lost for t matched no finding.', location: { line: 20 } },
  ]);
});
