import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('integrity-damaged');

import { measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

it('is an error if either side is damaged', () => {
  const facts = measured(folder, 'CREATE TABLE t(a)', 'CREATE INDEX i ON t(a)');
  const damaged = { result: 'damaged', messages: ['a row missing from index i'] } as const;
  const with_ = (side: 'before' | 'after') => {
    const health = facts[side];
    return health && { [side]: { ...health, integrity: { ...damaged, messages: [...damaged.messages] } } };
  };
  expect(findings.over({ ...facts, ...with_('before') })).toMatchObject([
    { severity: 'error', message: expect.stringContaining('before the migration') },
  ]);
  expect(findings.over({ ...facts, ...with_('after') })).toMatchObject([
    { severity: 'error', message: expect.stringContaining('after the migration') },
  ]);
  expect(findings.over({ ...facts, ...with_('before'), ...with_('after') })).toHaveLength(1);
  expect(findings.over(facts)).toEqual([]);
});

it('says that rows break a constraint where the file itself is sound', () => {
  const broken =
    'CREATE TABLE t(a CHECK (a > 0)); PRAGMA ignore_check_constraints=ON; INSERT INTO t VALUES (-1);';
  expect(findings.of(broken)).toMatchObject([
    {
      severity: 'error',
      message: 'Rows break a constraint before the migration: CHECK constraint failed in t.',
      remedy: expect.stringContaining('Correct these rows'),
    },
  ]);
});
