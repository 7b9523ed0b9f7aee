import { describe, expect, it } from '@jest/globals';
import { commandMistakes, commandOf } from '../../../src/settings/checks/command-settings.ts';
import { type Config, NO_CONFIG } from '../../../src/settings/config/config.ts';

const config: Config = {
  ...NO_CONFIG,
  file: 'preflight.yml',
  line: (path) => (path[0] === 'command' ? 3 : 5),
};
const mistakes = (values: Parameters<typeof commandOf>[0], event?: string) =>
  commandMistakes(values, event, () => config);

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
    expect(mistakes({ command: 'x', migrations: 'db' })).toMatchObject([
      { key: 'command', file: 'preflight.yml', line: 3, message: expect.stringContaining('both set') },
    ]);
  });

  it('under pull_request_target is refused, and under nothing else', () => {
    expect(mistakes({ command: 'x' }, 'pull_request_target')).toMatchObject([{ key: 'command' }]);
    expect(mistakes({ command: 'x' }, 'pull_request')).toEqual([]);
    expect(mistakes({ migrations: 'x' }, 'pull_request_target')).toEqual([]);
  });

  it('never gets the files of the runner, and no variable without a name', () => {
    const found = mistakes({ command: 'x', 'pass-env': ['GITHUB_ENV', '-GITHUB_ENV', 'A=B', '--X', 'OK_*'] });
    expect(found.map(({ message, line }) => [message.replace(/ is .*/, ''), line])).toEqual([
      ['pass-env: GITHUB_ENV', 5],
      ['pass-env: "A=B"', 5],
      ['pass-env: "--X"', 5],
    ]);
  });
});
