import { expect, it } from '@jest/globals';
import type { CommandContext } from '../../src/commands/cli-command.ts';
import { explain } from '../../src/commands/explain.ts';
import { rules } from '../../src/judge/rules/index.ts';

async function explained(...operands: string[]) {
  const lines: string[] = [];
  const context: CommandContext = {
    operands,
    signal: new AbortController().signal,
    host: () => Promise.reject(new Error('explain asks no host')),
    withSupervisor: () => Promise.reject(new Error('explain starts no engine')),
    print: (line, kind) => lines.push(`${kind}: ${line}`),
  };
  return { exitCode: await explain.run(context), lines };
}

it.each(rules)(
  'explain $id says what it means, why, what to do and whether it can be allowed',
  async (rule) => {
    const { exitCode, lines } = await explained(rule.id);
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      `result: ${rule.id} (${rule.severity}): ${rule.title}.`,
      `result: ${rule.why}`,
      `result: ${rule.remedy}`,
      expect.stringContaining(rule.allowable ? `-- preflight: allow ${rule.id} ` : 'No allowance'),
    ]);
  },
);

it.each([
  [[], 'explain needs a rule, such as rows-lost.'],
  [['row-lost'], 'there is no rule row-lost. Did you mean rows-lost?'],
  [['rows-lost', 'renamed'], 'explain takes one rule.'],
])('explain %j is refused', async (operands, sentence) => {
  expect(await explained(...operands)).toEqual({ exitCode: 2, lines: [`problem: ${sentence}`] });
});
