import { describe, expect, it } from '@jest/globals';
import { tagsIn } from '../../torture/parsers/html.ts';
import { countsOf } from '../../torture/parsers/markdown.ts';

const kinds = (markdown: string) => [...countsOf(markdown)].map(([name, count]) => `${name} × ${count}`);

describe('the parser of markdown finds', () => {
  it.each([
    ['# a', 'block: heading 1'],
    ['- a', 'block: item'],
    ['1. a', 'block: item'],
    ['> a', 'block: quote'],
    ['---', 'block: rule'],
    ['===', 'block: underline'],
    ['    a', 'block: indented'],
    ['[a]: b', 'block: reference'],
    ['| a | b |', 'block: row of 2'],
    ['`a`', 'inline: code'],
    ['<code>a</code>', 'inline: code'],
    ['[a](b)', 'inline: link'],
    ['![a](b)', 'inline: image'],
    ['<https://a.example>', 'inline: autolink'],
    ['a[^1]', 'inline: footnote'],
    ['**a**', 'inline: strong'],
    ['*a*', 'inline: emphasis'],
    ['~~a~~', 'inline: strike'],
    ['$a$', 'inline: formula'],
    ['@octocat', 'text: mention'],
    ['octo/shop#12', 'text: issue'],
    ['#12', 'text: issue'],
    ['www.a.example', 'text: address'],
    ['https://a.example', 'text: address'],
    ['a@b.example', 'text: e-mail'],
    [':tada:', 'text: emoji'],
    ['a\u202eb', 'text: hidden'],
    ['<b>', 'html: b'],
    ['<img src=x onerror=y>', 'html: img src=x onerror=y'],
    ['a `open', undefined],
    ['\\*a\\* \\[a\\](b) \\# a', undefined],
    ['&lt;b&gt; &#124; a &amp;lt;', undefined],
    ['<span>$</span>a<span>$</span>', undefined],
    ['@&#8203;octocat #&#8203;12 https:&#8203;//a.example www&#8203;.a :&#8203;tada:', undefined],
    ['a_b_c 3 * 4', undefined],
  ])('in %j: %s', (markdown, name) => {
    const found = [...countsOf(markdown).keys()];
    if (name === undefined) expect(found).toEqual([]);
    else expect(found).toContain(name);
  });

  it('nothing within code', () => {
    expect(kinds('`*a* @b <b> #1`')).toEqual(['inline: code × 1']);
    expect(kinds('```sql\n# a\n<b> @c\n```')).toEqual(['block: fence sql × 1']);
    expect(kinds('`` a ` @b ``')).toEqual(['inline: code × 1']);
  });

  it('a fence that nothing ends', () => {
    expect(kinds('```\n# a')).toContain('block: a fence that nothing ends × 1');
  });

  it('as many cells as a table has, whatever stands in them', () => {
    expect(kinds('| a \\| b | c |')).toEqual(['block: row of 2 × 1']);
    expect(kinds('| `a|b` | c |')).toContain('block: row of 3 × 1');
  });
});

describe('the tokenizer of HTML finds', () => {
  it.each([
    ['a < b', []],
    ['<b>a</b>', ['b', '/b']],
    ['<a href="x>y" title=\'z\'>', ['a href="x>y" title=\'z\'']],
    ['<!-- a --><?x?>', ['<!', '<?']],
    ['<BR/>', ['br/']],
    ['<img', ['img']],
  ])('in %j: %j', (text, tags) => {
    expect(tagsIn(text)).toEqual(tags);
  });
});
