import { expect } from '@jest/globals';

/** Tags that the report itself writes. */
const OURS = /<\/?(?:details|summary|b|br|sub|code|span)>/g;

/** A dollar that begins no formula (docs.github.com, writing mathematical expressions). */
const DOLLAR = '<span>$</span>';

/** A character that is no markup. */
const INERT = '·';

/**
 * What may still be markup: the markdown without code, without the tags that the report itself writes, and with `·` for
 * each escaped character. Written from the CommonMark rules for fences, code spans, backslashes and entities.
 */
export function active(markdown: string): string {
  return plain(markdown, () => INERT);
}

/** The text outside of code as a reader sees it: where GitHub looks for mentions, issues, addresses and emoji. */
export function shown(markdown: string): string {
  return plain(markdown, (character) => character);
}

function plain(markdown: string, escaped: (character: string) => string): string {
  return withoutFences(markdown)
    .map((line) =>
      withoutSpans(line.replaceAll(DOLLAR, () => escaped('$')).replace(OURS, ''), escaped).replace(
        /&(?:#(\d+)|(lt|gt|amp));/g,
        (_, number, name) =>
          escaped(number === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(number))),
      ),
    )
    .join('\n');
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&' };

/** The lines outside of code blocks. */
export function withoutFences(markdown: string): string[] {
  let fence: string | undefined;
  return markdown.split('\n').filter((line) => {
    const run = /^ *(`{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = run;
      return run === undefined;
    }
    if (run !== undefined && run.length >= fence.length && line.trim() === run) fence = undefined;
    return false;
  });
}

function withoutSpans(line: string, escaped: (character: string) => string): string {
  let text = '';
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const run = /^`+/.exec(rest)?.[0];
    const end = run === undefined ? undefined : endOfSpan(rest, run);
    if (/^\\[!-/:-@[-`{-~]/.test(rest)) {
      text += escaped(rest[1] ?? '');
      at += 2;
    } else if (end !== undefined) at += end;
    else {
      text += run ?? line[at];
      at += run?.length ?? 1;
    }
  }
  return text;
}

/** Only a run of the same length ends a code span. */
function endOfSpan(text: string, run: string): number | undefined {
  const found = new RegExp(`(?<!\`)${run}(?!\`)`, 'g');
  found.lastIndex = run.length;
  const match = found.exec(text);
  return match === null ? undefined : match.index + run.length;
}

/** GitHub finds nothing to link, to mention or to turn into an icon, and the eye no hidden character. */
export function expectNoLink(markdown: string): void {
  const text = shown(markdown);
  expect(text).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\.|mailto:\w|:[a-z_]+:|:\+1:/i);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(markdown).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/);
}

/** The content of the one code span that `markdown` is, as a reader sees it. */
export function spanContent(markdown: string): string | undefined {
  const run = /^`+/.exec(markdown)?.[0] ?? '';
  if (run === '' || endOfSpan(markdown, run) !== markdown.length) return undefined;
  const inner = markdown.slice(run.length, -run.length);
  return /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
}

/** What makes a line a heading, an item, a cell or an element: equal for two reports of the same shape. */
export function skeleton(markdown: string): string[] {
  return withoutFences(markdown).map((line) => {
    const text = withoutSpans(line, () => INERT).replace(/<\/?(?:code|span)>/g, '');
    const start = /^\s*(?:#+ |- |\d+\. |> |\| )?/.exec(text)?.[0];
    const marks = text.match(/\*\*|\||<[^>]*>/g) ?? [];
    return [start, ...marks].join(' ');
  });
}
