import { visible } from '../../text/visible.ts';

/**
 * Nothing out of a database, a file name or an SQL text may become markup, a link, a mention or a control sequence.
 * Everything shown goes through one of these.
 */

/** A space of no width. GitHub looks for links and mentions in the finished text, where a backslash is gone. */
const BREAK = '&#8203;';

/**
 * What GitHub makes something of without any markup: mentions, issues, addresses with and without a scheme (GFM 6.9),
 * and `:name:`, which could forge the icons of a verdict; an underscore in it may have its backslash already.
 */
const LINKING =
  /@(?=\S)|#(?=\d)|GH-(?=\d)|:(?=\/\/)|(?:mailto|xmpp):|www(?=\.)|:(?=[\d+\\-]*[a-z_][\w+\\-]*:|[+-]1:)/gi;

/** `text` as plain words in GitHub-flavoured markdown: in a paragraph, a list item, a table cell or an HTML element. */
export function words(text: string): string {
  return escaped(visible(text).trim());
}

/** What stands between backticks within a sentence, with nothing at them that could join on either side. */
const SPAN = /(?<=^|[\s(])`([^`]+)`(?=$|[\s.,;:)])/;

/** A sentence of ours that names settings or SQL between backticks: those as code, all else as words. */
export function prose(text: string): string {
  const parts = visible(text).trim().split(SPAN);
  return parts.map((part, at) => (at % 2 === 1 ? code(part) : escaped(part))).join('');
}

function escaped(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*[\]~]/g, '\\$&')
      // Within a word it is no markup, and snake_case stays readable in the source.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // What begins a list, a heading or the rule under a table's head.
      .replace(/^[-+#=:]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(LINKING, `$&${BREAK}`)
      // Readers of tables disagree on `\\|`; an entity is a pipe to none of them.
      .replace(/\|/g, '&#124;')
      // GitHub's own way to write a dollar that begins no formula.
      .replace(/\$/g, '<span>$$</span>')
  );
}

/** `text` as an inline code span that also holds in a table cell. */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '` `';
  // In a table a pipe ends the cell even inside a code span.
  if (shown.includes('|')) return `<code>${words(shown)}</code>`;
  const fence = '`'.repeat(longestRun(shown) + 1);
  // A reader takes one blank away on both sides, unless there is nothing else.
  const isBetween = shown.startsWith(' ') && shown.endsWith(' ') && /[^ ]/.test(shown);
  const padding = shown.startsWith('`') || shown.endsWith('`') || isBetween ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** `text` as a fenced block, line by line; `language` is ours. */
export function codeBlock(text: string, language = ''): string {
  const lines = text.split(/\r?\n/).map(visible);
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
