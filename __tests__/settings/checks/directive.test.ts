import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDirective } from '../../../src/settings/checks/directive.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';

const QUOTED = String.raw`"(?:[^"]|"")+"|'(?:[^']|'')+'|\`(?:[^\`]|\`\`)+\`|\[[^\]]+\]`;
const NAME = String.raw`${QUOTED}|[^\s:.="'\`[\]]+`;

/** The same grammar as an expression, which tries every way to read a text. */
const GRAMMAR = new RegExp(
  String.raw`^allow(?:\s+(?<rule>[^\s:="'\`[\]]+)(?![="'\`[\]]))?(?:\s+(?<first>${NAME})(?![="'\`[\]])(?:\.(?<second>${NAME}))?)?(?<options>(?:\s+[\w-]+=[^\s:]*)*)\s*(?::\s*(?<reason>.*))?$`,
  'is',
);

describe('a directive', () => {
  it.each([
    ['allow', { options: [] }],
    ['allow rows-lost', { rule: 'rows-lost', options: [] }],
    [
      'Allow rows-lost a."b c": why: so',
      { rule: 'rows-lost', first: 'a', second: '"b c"', reason: 'why: so' },
    ],
    ['allow max=5: r', { options: [{ key: 'max', value: '5' }], reason: 'r' }],
    ['allow r t max=5 expires=: r', { rule: 'r', first: 't', reason: 'r' }],
    ['allow r [a]]', undefined],
    ['allow r ""', undefined],
    ['allow r "a', undefined],
    ['allow r a b', undefined],
    ['allowed r a', undefined],
  ])('%s', (text, expected) => {
    const parts = parseDirective(text);
    if (expected === undefined) expect(parts).toBeUndefined();
    else expect(parts).toMatchObject(expected);
  });

  it('is read as its grammar says, whatever it holds', () => {
    const sign = fc.constantFrom(
      'allow',
      ' ',
      'r',
      'a-b',
      '.',
      ':',
      '=',
      '"',
      "'",
      '`',
      '[',
      ']',
      '""',
      '"q"',
      'max=1',
    );
    const text = fc.array(sign, { maxLength: 10 }).map((signs) => `allow ${signs.join('')}`);
    fc.assert(
      fc.property(text, (given) => {
        const { rule, first, second, reason, options } = GRAMMAR.exec(given)?.groups ?? {};
        const parts = parseDirective(given);
        expect(parts !== undefined).toBe(GRAMMAR.test(given));
        if (parts === undefined) return;
        const said = [parts.rule, parts.first, parts.second, parts.reason?.trim()];
        expect(said).toEqual([rule, first, second, reason?.trim()]);
        expect(parts.options.map(({ key, value }) => ` ${key}=${value}`).join('')).toBe(
          options?.replaceAll(/\s+/g, ' '),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['blanks', ' '],
    ['options', ' a=b'],
    ['quotes', '"'],
    ['quotes with blanks', '" '],
    ['dots', 'a.'],
    ['brackets', '['],
    ['stars', '*'],
  ])('takes time in proportion to its length: %s', (_, part) => {
    const text = (size: number) => `allow r${part.repeat(size)}!\rx`;
    expect(growthOf(parseDirective, 2000, text)).toBeLessThan(LINEAR);
  });
});
