import { camelCase, type Scaffold, withEntry } from './scaffold.ts';

/** A command of the terminal: its file, its test and its line in the registry. */
export function newCommand(name: string): Scaffold {
  const constant = camelCase(name);
  return {
    files: {
      [`src/commands/${name}.ts`]: `import type { Command } from './cli-command.ts';

export const ${constant}: Command = {
  name: '${name}',
  summary: 'What it does, in a sentence.',
  inputs: [],
  async run({ print }) {
    print('${name} does nothing yet.', 'problem');
    return 3;
  },
};
`,
      [`__tests__/commands/${name}.test.ts`]: `import { expect, it } from '@jest/globals';
import type { CommandContext } from '../../src/commands/cli-command.ts';
import { ${constant} } from '../../src/commands/${name}.ts';

it('does what its summary says', async () => {
  const lines: string[] = [];
  const context: CommandContext = {
    operands: [],
    signal: new AbortController().signal,
    host: () => Promise.reject(new Error('no host is needed')),
    withSupervisor: () => Promise.reject(new Error('no engine is needed')),
    print: (line) => lines.push(line),
  };
  expect(await ${constant}.run(context)).toBe(0);
  expect(lines).toEqual([]);
});
`,
    },
    edits: {
      'src/commands/index.ts': (text) => withEntry(text, { name: constant, path: `./${name}.ts` }),
    },
  };
}
