import { describe, expect, it } from '@jest/globals';
import { commandMistakes, commandOf } from '../../../src/settings/checks/command-settings.ts';

describe('a command', () => {
  it('runs in the working directory, gets the URL that most tools read, and has no deadline of its own', () => {
    expect(commandOf({ command: 'bin/rails db:migrate' }, '/project')).toEqual({
      line: 'bin/rails db:migrate',
      folder: '/project',
      urlForm: 'sqlite:///',
      passEnv: [],
    });
    expect(commandOf({ 'pass-env': 'A' }, '/project')).toBeUndefined();
  });

  it('has what the settings say', () => {
    const values = {
      command: 'x',
      'database-url': 'file:' as const,
      'command-timeout-minutes': 0.5,
      'pass-env': 'GITHUB_TOKEN\n -AWS_* \n',
    };
    expect(commandOf(values, '/project')).toMatchObject({
      urlForm: 'file:',
      timeoutMs: 30_000,
      passEnv: [
        { pattern: 'GITHUB_TOKEN', keeps: true },
        { pattern: 'AWS_*', keeps: false },
      ],
    });
  });

  it('beside migrations is a mistake', () => {
    expect(commandMistakes({ command: 'x', migrations: 'db' })).toMatchObject([
      { key: 'command', message: expect.stringContaining('both set') },
    ]);
  });

  it('never gets the files of the runner, and no variable without a name', () => {
    const found = commandMistakes({
      command: 'x',
      'pass-env': ['GITHUB_ENV', '-GITHUB_ENV', 'A=B', '--X', 'OK_*'],
    });
    expect(found.map(({ message }) => message.replace(/ is .*/, ''))).toEqual([
      'pass-env: GITHUB_ENV',
      'pass-env: "A=B"',
      'pass-env: "--X"',
    ]);
  });
});
