import { tagsIn } from './html.ts';

/**
 * What GitHub makes of a markdown text beyond plain words, written from the CommonMark and GFM specifications and from
 * GitHub's documentation of its own additions. Only as much as is needed to count: two texts of the same shape count alike.
 */
export type Counts = Map<string, number>;

/** Blocks, inline markup, and what GitHub finds in plain text, each by name. */
export function countsOf(markdown: string): Counts {
  const counts: Counts = new Map();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  let fence: string | undefined;
  for (const line of markdown.split(/\r\n|[\r\n]/)) {
    const run = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      const ends = run?.startsWith(fence) === true && line.trim() === run;
      if (ends) fence = undefined;
      continue;
    }
    if (run !== undefined) {
      fence = run;
      count(`block: fence ${line.trim().slice(run.length)}`);
      continue;
    }
    for (const block of blocksOf(line)) count(`block: ${block}`);
    for (const inline of inlinesOf(line)) count(inline);
  }
  if (fence !== undefined) count('block: a fence that nothing ends');
  return counts;
}

function blocksOf(line: string): string[] {
  const found: string[] = [];
  const heading = /^ {0,3}(#{1,6})(\s|$)/.exec(line)?.[1];
  if (heading !== undefined) found.push(`heading ${heading.length}`);
  if (/^\s*([-+*]|\d{1,9}[.)])(\s|$)/.test(line)) found.push('item');
  if (/^\s*([-+*]|\d{1,9}[.)])\s+\[[ xX]\]\s/.test(line)) found.push('task');
  if (/^ {0,3}>/.test(line)) found.push('quote');
  if (/^ {0,3}([-_*])\s*(\1\s*){2,}$/.test(line)) found.push('rule');
  if (/^ {0,3}(=+|-+)\s*$/.test(line)) found.push('underline');
  if (/^ {4,}\S/.test(line) || line.startsWith('\t')) found.push('indented');
  if (/^ {0,3}\[[^\]]+\]:/.test(line)) found.push('reference');
  if (line.startsWith('|')) found.push(`row of ${cellsIn(line)}`);
  return found;
}

/** A pipe behind a backslash divides no cells, not even in code. */
function cellsIn(line: string): number {
  return line.replace(/\\./g, '').split('|').length - 2;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Stands for a character that was escaped: it is text, and begins nothing. */
const INERT = '\ufdd0';

/** How GitHub's documentation writes a dollar that begins no formula. */
const DOLLAR = '<span>$</span>';

function inlinesOf(line: string): string[] {
  const { bare, seen, spans } = withoutCode(line.replaceAll(DOLLAR, INERT));
  return [
    ...Array.from({ length: spans }, () => 'inline: code'),
    // Another spelling of the same, for what holds a pipe.
    ...tagsIn(bare).flatMap((tag) => ({ code: 'inline: code', '/code': [] })[tag] ?? `html: ${tag}`),
    ...matches(bare, /!\[[^\]]*\][([]/g, 'inline: image'),
    ...matches(bare, /(?<!!)\[[^\]]*\](\(|\[)/g, 'inline: link'),
    ...matches(bare, /\[\^[^\]]+\]/g, 'inline: footnote'),
    ...matches(bare, /<(https?|mailto|ftp):[^>\s]*>/gi, 'inline: autolink'),
    ...matches(bare, /\*\*|__/g, 'inline: strong'),
    ...matches(bare, /(?<![*\w])\*(?![*\s])|(?<![\w_])_(?=[^_\s])/g, 'inline: emphasis'),
    ...matches(bare, /~~?(?=\S)/g, 'inline: strike'),
    ...matches(bare, /\$(?=\S)[^$]*\$/g, 'inline: formula'),
    // These GitHub finds in the text as it is read, so that escaping does not help.
    ...matches(seen, /(?<![\w`/])@[a-z\d][\w-]*/gi, 'text: mention'),
    ...matches(seen, /(?<!&)(#|\bGH-)\d+\b/gi, 'text: issue'),
    ...matches(seen, /\b(https?|ftp):\/\/|\bwww\.|\b(mailto|xmpp):\w/gi, 'text: address'),
    ...matches(seen, /[\w.+-]+@[\w-]+\.[\w.-]+/g, 'text: e-mail'),
    ...matches(seen, /:(?=[\d+-]*[a-z_])[a-z\d_+-]+:|:[+-]1:/gi, 'text: emoji'),
    ...Array.from(line.match(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu) ?? [], () => 'text: hidden'),
  ];
}

function matches(text: string, pattern: RegExp, name: string): string[] {
  return Array.from(text.matchAll(pattern), () => name);
}

/** The text outside of code spans: `bare` for markup, `seen` as a reader sees it, with each escape resolved. */
function withoutCode(line: string): { bare: string; seen: string; spans: number } {
  let [bare, seen, spans] = ['', '', 0];
  const add = (active: string, visible: string) => {
    bare += active;
    seen += visible;
  };
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest)?.[1];
    const entity = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/i.exec(rest);
    const run = /^`+/.exec(rest)?.[0];
    const end = run === undefined ? -1 : endOfSpan(rest, run);
    if (escaped !== undefined) {
      add(INERT, escaped);
      at += 2;
    } else if (entity !== null) {
      add(INERT, characterOf(entity));
      at += entity[0].length;
    } else if (end > 0) {
      spans += 1;
      add(' ', '`');
      at += end;
    } else {
      add(run ?? line[at] ?? '', run ?? line[at] ?? '');
      at += run?.length ?? 1;
    }
  }
  return { bare, seen, spans };
}

function characterOf([whole, decimal, hex, name]: RegExpExecArray): string {
  if (decimal !== undefined) return String.fromCodePoint(Math.min(Number(decimal), 0x10ffff));
  if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
  return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
}

/** Only a run of as many backticks ends a code span. */
function endOfSpan(text: string, run: string): number {
  for (const match of text.slice(run.length).matchAll(/`+/g))
    if (match[0].length === run.length) return run.length + match.index + run.length;
  return -1;
}
