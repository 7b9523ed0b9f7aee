import { expect, it } from '@jest/globals';
import type { CommandFacts } from '../../../src/facts/rehearsal/command.ts';
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

it('is a warning where it read the copy, changed nothing, and nothing keeps account of migrations', () => {
  const done = rehearsal({ outcome: 'done', statements: [] });
  const idle = (command: Partial<CommandFacts>) =>
    findings.over({
      command: { recorded: [], bookkeeping: [], copy: 'read', ...command },
      rehearsal: done,
    });
  expect(idle({})).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('nothing in it says') },
  ]);
  expect(idle({ keepsAccount: true })).toEqual([]);
  expect(idle({ asked: true })).toEqual([]);
  expect(idle({ wroteBeside: ['prod.db'] })).toMatchObject([
    { severity: 'error', message: expect.stringContaining('wrote to prod.db') },
  ]);
});

it('is none where it changed the copy, where it failed anyway, and without a command', () => {
  expect([...after('changed'), ...after('untouched', 'failed'), ...after(undefined)]).toEqual([]);
  expect(findings.over({})).toEqual([]);
});
