import { expect, it } from '@jest/globals';
import type { CommandFacts } from '../../../src/facts/command.ts';
import { forRule } from '../../support/preflight.ts';
import { rehearsal } from '../../support/record.ts';

const findings = forRule('command-missed-copy');
const after = (copy: CommandFacts['copy'], outcome: 'done' | 'failed' = 'done') =>
  findings.over({
    command: { recorded: [], bookkeeping: [], ...(copy && { copy }) },
    rehearsal: rehearsal({ outcome, statements: [] }),
  });

it('is an error where a command ended well and never read the copy', () => {
  expect(after('untouched')).toMatchObject([
    { severity: 'error', message: expect.stringContaining('never read') },
  ]);
});

it('is a warning where nobody can tell whether it did', () => {
  expect(after('unchanged')).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('access times') },
  ]);
});

it('is none where it read or changed the copy, where it failed anyway, and without a command', () => {
  expect([
    ...after('read'),
    ...after('changed'),
    ...after('untouched', 'failed'),
    ...after(undefined),
  ]).toEqual([]);
  expect(findings.over({})).toEqual([]);
});
