import { expect, it } from '@jest/globals';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, said } from '../workspace.ts';

const { readConfig } = readerIn(scratchFolder());

it.each([
  [
    'a rule that is misspelt',
    '{ rule: rows-lots, table: t, reason: r }',
    'allow.0.rule: there is no rule rows-lots that can be allowed. -> Did you mean rows-lost?',
  ],
  [
    'a rule that does not exist',
    '{ rule: elsewhere, table: t, reason: r }',
    'allow.0.rule: there is no rule elsewhere that can be allowed. -> See docs/rules.md for the rules there are.',
  ],
  [
    'no subject',
    '{ rule: rows-lost, reason: r }',
    'allow.0: an allowance must name the table, column or object that it is for. -> Add for example `table: sessions`.',
  ],
])('an allowance with %s is refused', async (_, allowance, expected) => {
  const { mistakes } = await readConfig(`allow:\n  - ${allowance}`);
  expect(mistakes.map(said)).toEqual([`preflight.yml:2 ${expected}`]);
});

it.each(['table', 'column', 'object'])('an allowance with a %s is for something', async (subject) => {
  expect((await readConfig(`allow: [{ rule: rows-lost, reason: r, ${subject}: x }]`)).mistakes).toEqual([]);
});

it('each allowance is told of by itself, in the line of its rule', async () => {
  const { mistakes } = await readConfig(`allow:
  - reason: r
    table: t
    rule: rows-lots
  - rule: rows-lost
    table: t
    reason: r
  - reason: r
    rule: 5
`);
  expect(mistakes.map(({ key, line }) => [key, line])).toEqual([
    ['allow.0.rule', 4],
    ['allow.2', 8],
    ['allow.2.rule', 9],
  ]);
});
