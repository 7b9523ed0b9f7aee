import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { code, codeBlock, prose, words } from '../../../src/report/shared/escape.ts';
import { visible } from '../../../src/text/visible.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';
import { active, expectNoLink, spanContent } from '../active.ts';
import { HOSTILE } from '../hostile.ts';

const nasty = fc.array(fc.constantFrom(...HOSTILE, ...'`|\\*_[]<>@#:$~ -\n', 'a', '1'), { maxLength: 12 });
const texts = nasty.map((parts) => parts.join(''));

describe('visible', () => {
  it('spells out control, format and separator characters', () => {
    expect(visible('a\u0000\u001b\r\n\t\u0085\u2028\u2029b')).toBe(
      'a\\u{0}\\u{1b}\\u{d}\\u{a}\\u{9}\\u{85}\\u{2028}\\u{2029}b',
    );
    expect(visible('\u202e\u2066\u200f\u061c\u200b\ufeff\u00ad')).toBe(
      '\\u{202e}\\u{2066}\\u{200f}\\u{61c}\\u{200b}\\u{feff}\\u{ad}',
    );
  });

  it('spells out half a surrogate pair and keeps a whole one', () => {
    expect(visible('\ud800 😀')).toBe('\\u{d800} 😀');
  });

  it('keeps letters of every script and the icons of the report', () => {
    expect(visible('Größe 数据 שם ⚠️ ✅')).toBe('Größe 数据 שם ⚠️ ✅');
  });
});

describe('words', () => {
  it.each([
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['[a](b)', '\\[a\\](b)'],
    ['a|b', 'a&#124;b'],
    ['@octocat', '@&#8203;octocat'],
    ['octo/repo#12', 'octo/repo#&#8203;12'],
    ['gh-12', 'gh-&#8203;12'],
    ['https://x.example', 'https:&#8203;//x.example'],
    ['_www.x.example', '\\_www&#8203;.x.example'],
    ['a :x:', 'a :&#8203;x:'],
    ['# one', '\\# one'],
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['$x$', '<span>$</span>x<span>$</span>'],
  ])('%s becomes %s', (text, markdown) => {
    expect(words(text)).toBe(markdown);
  });

  it('leaves a usual sentence as it is', () => {
    const sentence =
      'goals.root_id: 3 rows (of 45) lost their parent; see 0001_a.sql:12: mend it - now. 3.5 ms';
    expect(words(sentence)).toBe(sentence);
  });

  it.each(HOSTILE)('makes nothing of %j', (text) => {
    expectInert(words(text));
    expectInert(words(`x ${text} y`));
  });

  it('makes nothing of any mixture of them', () => {
    fc.assert(
      fc.property(texts, (text) => expectInert(words(text))),
      // A name of nothing but an underscore.
      { numRuns: 1000, examples: [[':_:white_check_mark: :+1: :x:']] },
    );
  });
});

describe('prose', () => {
  it.each([
    ['set `orphans: introduced`.', 'set `orphans: introduced`.'],
    ['`rehearse: all` (or `a_b`), *b*', '`rehearse: all` (or `a_b`), \\*b\\*'],
    ['a `<b>|` c', 'a <code>&lt;b&gt;&#124;</code> c'],
    ['one ` alone', 'one \\` alone'],
    ['`a``b`', '\\`a\\`\\`b\\`'],
    ['@`octocat`', '@&#8203;\\`octocat\\`'],
  ])('%s becomes %s', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  it.each(HOSTILE)('makes nothing of %j but code', (text) => {
    expectInert(prose(`x ${text} y`));
    expectInert(prose(`x \`${text}\` y`));
  });

  it('makes nothing of any mixture of them but code', () => {
    fc.assert(
      fc.property(texts, (text) => expectInert(prose(text))),
      { numRuns: 1000 },
    );
  });
});

describe('code', () => {
  it.each([
    ['goals', '`goals`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a``b`c', '```a``b`c```'],
    [' a ', '`  a  `'],
    ['', '` `'],
    ['a\nb', '`a\\u{a}b`'],
  ])('%j is shown by %s', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('shows any text without a pipe exactly, in one span', () => {
    const shown = texts.map((text) => visible(text).replaceAll('|', '')).filter((text) => text !== '');
    fc.assert(fc.property(shown, (text) => expect(spanContent(code(text))).toBe(text)));
  });

  it('never holds a bare pipe, so that a table cell ends where it should', () => {
    expect(code('a|b')).toBe('<code>a&#124;b</code>');
    fc.assert(fc.property(texts, (text) => expect(code(text)).not.toContain('|')));
  });

  it('makes nothing of what it shows as an element', () => {
    fc.assert(fc.property(texts, (text) => expectInert(code(`|${text}`))));
  });
});

describe('codeBlock', () => {
  it('has a fence longer than any inside, and a language', () => {
    expect(codeBlock('SELECT 1;', 'sql')).toBe('```sql\nSELECT 1;\n```');
    expect(codeBlock('a ```` b')).toBe('`````\na ```` b\n`````');
  });

  it('keeps the lines of a text and spells out what is invisible in them', () => {
    expect(codeBlock('a\r\nb\u202e\rc')).toBe('```\na\nb\\u{202e}\\u{d}c\n```');
  });

  it('holds every text to its end', () => {
    fc.assert(fc.property(texts, (text) => expect(active(`${codeBlock(text)}\nend`)).toBe('end')));
  });
});

function expectInert(markdown: string): void {
  const left = active(markdown);
  expect(left).not.toMatch(/[<>`*~$[\]|\n]/);
  expect(left).not.toMatch(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u);
  expect(left).not.toMatch(/^(?:[-+#=:]|\d+[.)](?:\s|$))/);
  // Blanks behind a code span, which `active` takes away, indent nothing.
  expect(markdown).not.toMatch(/^\s{4}/);
  expectNoLink(markdown);
}

it.each([
  ['blanks within', (size: number) => ` ${'a'.repeat(size)}`],
  ['what may begin a name of an icon', (size: number) => `:${'_'.repeat(size)}`],
  ['digits that may', (size: number) => `:${'1-'.repeat(size)}`],
  ['colons', (size: number) => ':a'.repeat(size)],
  ['backticks', (size: number) => '`'.repeat(size)],
  ['code spans', (size: number) => ' `a'.repeat(size)],
  ['underscores', (size: number) => '_'.repeat(size)],
  ['digits', (size: number) => '1'.repeat(size)],
])('text of any length is escaped in time that grows with it: %s', (_, text) => {
  const shown = (given: string) => [words(given), prose(given), code(given), codeBlock(given)];
  expect(growthOf(shown, 1000, text)).toBeLessThan(LINEAR);
});
