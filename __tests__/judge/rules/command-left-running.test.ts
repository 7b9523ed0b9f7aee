import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('command-left-running');
const after = (leftRunning?: { ended: number; remains: boolean }) =>
  findings.over({ command: { recorded: [], bookkeeping: [], ...(leftRunning && { leftRunning }) } });

it('is a notice where what the command left running was ended', () => {
  expect(after({ ended: 1, remains: false })).toMatchObject([
    { severity: 'notice', message: expect.stringContaining('1 process running') },
  ]);
  expect(after({ ended: 2, remains: false })).toMatchObject([
    { severity: 'notice', message: expect.stringContaining('2 processes running') },
  ]);
});

it('is a warning where it still runs', () => {
  expect(after({ ended: 0, remains: true })).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('still runs') },
  ]);
  expect(after({ ended: 1, remains: true })).toHaveLength(2);
});

it('is none where nothing was left, and without a command', () => {
  expect([...after(), ...after({ ended: 0, remains: false }), ...findings.over({})]).toEqual([]);
});
