import { nearest } from '../settings/did-you-mean.ts';
import type { Command } from './cli-command.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'Prints what a rule means, why it matters and what to do.',
  operand: 'RULE',
  inputs: [],
  async run({ operands, print }) {
    // Loaded here, because a rehearsal starts its engine before it loads the judge.
    const { rules } = await import(/* webpackChunkName: "preflight" */ '../judge/rules/index.ts');
    const [id = ''] = operands;
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined || operands.length > 1) {
      print(
        rule === undefined
          ? unknown(
              id,
              rules.map((one) => one.id),
            )
          : 'explain takes one rule.',
        'problem',
      );
      return 2;
    }
    const { severity, title, why, remedy, allowable } = rule;
    const allowance = allowable
      ? `To allow one finding, write in the migration: -- preflight: allow ${id} SUBJECT: REASON`
      : 'No allowance covers it.';
    for (const line of [`${id} (${severity}): ${title}.`, why, remedy, allowance]) print(line, 'result');
    return 0;
  },
};

function unknown(id: string, known: readonly string[]): string {
  if (id === '') return 'explain needs a rule, such as rows-lost.';
  const meant = nearest(id, known);
  return `there is no rule ${id}. ${meant === undefined ? `The rules are ${known.join(', ')}.` : `Did you mean ${meant}?`}`;
}
