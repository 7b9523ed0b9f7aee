/**
 * Nothing out of a database, a file name or an SQL text may become markup, a link, a mention or a control sequence.
 * Everything shown goes through one of these.
 */

/** Control characters, line and paragraph separators, and bidirectional controls: invisible, or able to mislead. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** `text` on one line, with every invisible character spelt out: `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** A word joiner that ends no line: it keeps GitHub from making a link of what it stands in. */
const BREAK = '\u2060';

/** `text` as plain words in GitHub-flavoured markdown. */
export function words(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*[\]|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([-+#=]|\d+[.)])/, '$1\\$2')
    .replace(/@(?=\S)/g, `@${BREAK}`)
    .replace(/(?<=#|GH-)(?=\d)/gi, BREAK)
    .replace(/(?<=https?:|ftp:|mailto:)(?=\S)/gi, BREAK)
    .replace(/(?<=www)(?=\.)/gi, BREAK);
}

/** `text` as an inline code span that also holds in a table cell. */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '` `';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padding = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown.replaceAll('|', '\\|')}${padding}${fence}`;
}

/** `text` as a fenced block, line by line; `language` is ours. */
export function codeBlock(text: string, language = ''): string {
  const lines = text.split(/\r?\n/).map(visible);
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
