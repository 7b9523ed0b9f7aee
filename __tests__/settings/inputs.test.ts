import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { knownKeys, settingsSchema } from '../../src/settings/config/settings-schema.ts';
import { givenInputs, inputs, settingsOf } from '../../src/settings/inputs.ts';

const names = inputs.map(({ name }) => name);

describe('inputs', () => {
  it('stand in alphabetical order, each once', () => {
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it('that the config may set are keys of the config, and the others are not', () => {
    const keys = knownKeys[''] ?? [];
    for (const { name, inConfig } of inputs) expect([name, keys.includes(name)]).toEqual([name, inConfig]);
  });

  it('that only the step may say are validated like the keys of the config', () => {
    const keys = Object.keys(settingsSchema.def.shape);
    const ofTheStep = inputs.filter(({ trusted }) => trusted).map(({ name }) => name);
    expect(ofTheStep).toEqual([
      ...['artifact-name', 'command', 'command-timeout-minutes', 'comment', 'comment-key', 'database-url'],
      ...['fail-on', 'github-token', 'output'],
      ...['pass-env', 'retention-days', 'samples', 'timeout-minutes', 'upload'],
    ]);
    for (const name of ofTheStep) expect(keys).toContain(name);
  });

  it('that are absent or empty are unset, and the others lose the blanks around them', () => {
    expect(givenInputs({ database: ' a b.db\n', config: '', upload: ' \n', output: undefined })).toEqual({
      given: { database: 'a b.db' },
      mistakes: [],
    });
  });

  it.each([
    ['migration', 'Did you mean migrations?'],
    ['working_directory', 'Did you mean working-directory?'],
    ['failon', 'Did you mean fail-on?'],
    ['verdict', `The inputs are ${names.join(', ')}.`],
  ])('that do not exist are refused: %s', (name, remedy) => {
    const { given, mistakes } = givenInputs({ [name]: 'x' });
    expect(given).toEqual({});
    expect(mistakes).toEqual([{ key: name, message: `there is no input ${name}.`, remedy }]);
  });

  it('that do not exist and are empty are passed over', () => {
    expect(givenInputs({ migration: '' }).mistakes).toEqual([]);
  });

  it('of any misspelt name are refused', () => {
    const misspelt = fc.stringMatching(/^[a-z][a-z_-]{0,20}$/).filter((name) => !names.includes(name));
    fc.assert(
      fc.property(misspelt, (name) => {
        expect(givenInputs({ [name]: '1' }).mistakes.map(({ key }) => key)).toEqual([name]);
      }),
    );
  });

  it.each([
    ['30', 30],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['5.', 5],
    ['-1', -1],
    ['007', 7],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['1,5', '1,5'],
    ['ten', 'ten'],
  ])('that are numbers become numbers: %s', (text, value) => {
    expect(settingsOf({ 'timeout-minutes': text, 'artifact-name': '30', config: 'c.yml' })).toEqual({
      'timeout-minutes': value,
      'artifact-name': '30',
    });
  });
});
