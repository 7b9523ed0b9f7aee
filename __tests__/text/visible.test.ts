import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { visible } from '../../src/text/visible.ts';

it.each([
  ['a line feed', 'a\nb', 'a\\u{a}b'],
  ['an escape', '\u001b[31m', '\\u{1b}[31m'],
  ['a turn of direction', 'a\u202eb', 'a\\u{202e}b'],
  ['a width of nothing', 'a\u200bb', 'a\\u{200b}b'],
  ['half a character', '\ud800', '\\u{d800}'],
])('spells out %s', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

it('leaves words, emoji and other scripts as they are', () => {
  expect(visible('Ünïcode 名前 ⚠️ 🙂')).toBe('Ünïcode 名前 ⚠️ 🙂');
});

it('leaves nothing invisible, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(visible(text))).toBe(visible(text));
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
  );
});
