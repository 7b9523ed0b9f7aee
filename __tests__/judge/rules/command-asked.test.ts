import { expect, it } from '@jest/globals';
import type { CommandFacts } from '../../../src/facts/rehearsal/command.ts';
import { factsWith, forRule } from '../../support/preflight.ts';

const findings = forRule('command-asked');

function after(command: Partial<CommandFacts>, outcome: 'done' | 'failed' = 'done') {
  const rehearsal = { ...factsWith().rehearsal, outcome };
  return findings.over({ command: { recorded: [], bookkeeping: [], copy: 'read', ...command }, rehearsal });
}

it('warns of a command that read its input and changed nothing, with the flag of its tool where it is known', () => {
  expect(after({ asked: true })).toMatchObject([
    { severity: 'warning', remedy: expect.stringMatching(/--force, --noinput or --yes/) },
  ]);
  expect(after({ asked: true, quietly: '--noinput' })).toMatchObject([
    { remedy: 'Give it `--noinput`, with which this tool does not ask.' },
  ]);
});

it('is not raised where it asked nothing, failed, or migrated all the same', () => {
  expect(after({})).toEqual([]);
  expect(after({ asked: true }, 'failed')).toEqual([]);
  expect(after({ asked: true, copy: 'changed', recorded: [{ tool: 'x', table: 'x', ids: ['1'] }] })).toEqual(
    [],
  );
});
