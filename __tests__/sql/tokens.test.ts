import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meaningfulTokens, nameOf, tokens } from '../../src/sql/tokens.ts';

const kinds = (sql: string) => [...tokens(sql)].map(({ kind, start, end }) => [kind, sql.slice(start, end)]);

describe('tokens', () => {
  it.each([
    ["'it''s; here'", [['string', "'it''s; here'"]]],
    ['"a""b"', [['quoted', '"a""b"']]],
    ['[a;b]', [['quoted', '[a;b]']]],
    ['`a;``b`', [['quoted', '`a;``b`']]],
    ['/* ; */', [['comment', '/* ; */']]],
    [
      '-- ; \n',
      [
        ['comment', '-- ; '],
        ['space', '\n'],
      ],
    ],
    ["x'00'", [['string', "x'00'"]]],
    ["'never closed", [['unterminated', "'never closed"]]],
    ['/* never closed', [['comment', '/* never closed']]],
    [
      '/*',
      [
        ['punctuation', '/'],
        ['punctuation', '*'],
      ],
    ],
    ['1.5e-3', [['number', '1.5e-3']]],
    ['$a::b(c;d)', [['variable', '$a::b(c;d)']]],
    ['?1', [['variable', '?1']]],
    ['naïve_名前', [['word', 'naïve_名前']]],
    [
      '\uFEFFselect',
      [
        ['space', '\uFEFF'],
        ['word', 'select'],
      ],
    ],
    [
      ' \vselect\v',
      [
        ['space', ' \v'],
        ['word', 'select'],
        ['punctuation', '\v'],
      ],
    ],
    [
      'a->>b',
      [
        ['word', 'a'],
        ['punctuation', '->>'],
        ['word', 'b'],
      ],
    ],
  ])('reads %j', (sql, expected) => {
    expect(kinds(sql)).toEqual(expected);
  });

  it('gives every character to exactly one token, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sql) => {
        const all = [...tokens(sql)];
        expect(all.map(({ start, end }) => sql.slice(start, end)).join('')).toBe(sql);
        expect(all.every(({ start, end }) => end > start)).toBe(true);
      }),
    );
  });

  it('spells names without their quotes', () => {
    const sql = '"a""b" [c d] `e``f` plain';
    expect(meaningfulTokens(sql).map((token) => nameOf(sql, token))).toEqual(['a"b', 'c d', 'e`f', 'plain']);
  });
});
