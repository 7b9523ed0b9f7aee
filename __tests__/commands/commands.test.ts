import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../../src/commands/index.ts';

const root = join(import.meta.dirname, '../..');

describe('the registry of commands', () => {
  it('has one line for each file', () => {
    const files = readdirSync(join(root, 'src/commands')).filter(
      (file) => file !== 'index.ts' && file !== 'cli-command.ts',
    );
    expect(commands.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it.each(commands)(
    '$name says what it does in a sentence, with its inputs in order',
    ({ summary, inputs }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      const names = inputs.map(({ name }) => name);
      expect(names).toEqual(names.toSorted());
    },
  );

  it.each(commands.slice(1))('$name has its test', ({ name }) => {
    expect(existsSync(join(root, `__tests__/commands/${name}.test.ts`))).toBe(true);
  });
});
