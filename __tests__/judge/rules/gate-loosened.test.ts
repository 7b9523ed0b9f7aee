import { expect, it } from '@jest/globals';
import type { Declaration } from '../../../src/facts/settings.ts';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('gate-loosened');
const folder = scratchFolder();
const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 1);';
const source = { file: 'preflight.yml', line: 3 };
const item = (fields: Partial<Declaration>): Declaration => ({
  ...{ kind: 'setting', text: 'orphans: introduced', source, isNew: true },
  ...fields,
});
const after = (...items: Declaration[]) =>
  findings.after(SCHEMA, 'UPDATE t SET v = v', { declared: { items, change: { kind: 'pull request' } } });

it('warns of each setting that is new, at its line', () => {
  expect(after(item({}), item({ text: 'profile: plain' }))).toMatchObject([
    { severity: 'warning', message: 'orphans: introduced is new in this pull request.', location: source },
    { severity: 'warning', message: 'profile: plain is new in this pull request.' },
  ]);
});

it('is silent of what was there before, or may have been', () => {
  const { isNew: _, ...old } = item({});
  expect(after(old)).toEqual([]);
});

it('tells of the allowances of a file once, and of those alone whose migration is pending', () => {
  const of = (migration: string, text: string) =>
    item({ kind: 'allowance', migration, text, source: { file: migration, line: 1 } });
  const many = Array.from({ length: 7 }, (_, at) => of('m/0001.sql', `allow rows-lost t${at}`));
  expect(after(...many, of('m/0000.sql', 'allow rows-lost x'))).toMatchObject([
    {
      message:
        '7 allowances are new in this pull request: allow rows-lost t0, allow rows-lost t1, allow rows-lost t2, allow rows-lost t3, allow rows-lost t4 and 2 more.',
      count: 7,
      location: { file: 'm/0001.sql', line: 1 },
    },
  ]);
});

it('gives notice of checks that are no longer made', () => {
  expect(after(item({ kind: 'withdrawn', text: 'checks.queries: q' }))).toMatchObject([
    { severity: 'notice', message: '1 check is no longer made as before: checks.queries: q.' },
  ]);
});

it('cannot be excused by an allowance, which it would warn of', () => {
  const declared = { items: [item({})], change: { kind: 'pull request' as const } };
  const allow = [{ rule: 'gate-loosened', object: 'orphans', reason: 'r', source }];
  const record = judged(measured(folder, SCHEMA, 'UPDATE t SET v = v', {}), { declared, allow });
  expect(record.findings.find(({ rule }) => rule === 'gate-loosened')?.severity).toBe('warning');
  expect(record.verdict).toBe('warned');
});

it('the record has what is declared and counts', () => {
  const stale = item({ kind: 'allowance', migration: 'm/0000.sql' });
  const declared = { items: [item({}), stale], change: { kind: 'push' as const } };
  const record = judged(measured(folder, SCHEMA, 'UPDATE t SET v = v'), { declared });
  expect(record.declared).toEqual({ items: [item({})], change: { kind: 'push' } });
  expect(judged(measured(folder, SCHEMA, 'UPDATE t SET v = v'))).not.toHaveProperty('declared');
});
