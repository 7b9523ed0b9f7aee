/*
 * Globs without backtracking: `*` and `?` within a name, `[a-z]` and `[!a]`, `{a,b}` and `{1..9}`, `**` over folders,
 * and `\` before a sign that is meant as it stands. The work is at most the pattern's length times the name's.
 */

/** One part of a pattern, between two slashes. */
export type Segment =
  /** Stands for any number of folders, none included. */
  { kind: 'globstar' } | { kind: 'name'; name: string } | { kind: 'pattern'; signs: readonly Sign[] };

type Sign =
  | { kind: 'star' }
  | { kind: 'any' }
  | { kind: 'one'; character: string }
  | { kind: 'class'; negated: boolean; ranges: readonly (readonly [string, string])[] };

/** As long as a path can be. */
const MOST_LENGTH = 4096;
const MOST_ALTERNATIVES = 256;

/** Whether a path that does not exist may be meant as a glob. */
export function isGlob(text: string): boolean {
  if (/[*?[\]]|\{\d+\.\.\d+\}/.test(text)) return true;
  const comma = text.indexOf(',', text.indexOf('{') + 1);
  return text.includes('{') && comma !== -1 && text.includes('}', comma);
}

/** The alternatives of a glob, each as the parts of a path; a string says why it is refused. */
export function parseGlob(glob: string): Segment[][] | string {
  if (glob.length > MOST_LENGTH) return `is a glob of more than ${MOST_LENGTH} characters`;
  const texts = expandBraces(glob, MOST_ALTERNATIVES);
  if (texts === undefined) return `is a glob with more than ${MOST_ALTERNATIVES} alternatives`;
  return texts.map((text) => text.split('/').map(segmentOf));
}

/** How a name is matched: without regard to case where file systems have none. */
const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

/** Whether the signs match the whole name; hidden names only where the first sign is a dot. `spent`: each comparison. */
export function matchesName(signs: readonly Sign[], name: string, spent: () => void): boolean {
  const [first] = signs;
  if (name.startsWith('.') && (first?.kind !== 'one' || first.character !== '.')) return false;
  const text = [...(ignoresCase ? name.toLowerCase() : name)];
  let [at, sign] = [0, 0];
  // Only the last star is ever gone back to: what an earlier one took is settled by then.
  let star: { sign: number; at: number } | undefined;
  while (at < text.length) {
    spent();
    const current = signs[sign];
    if (current?.kind === 'star') {
      star = { sign, at };
      sign += 1;
    } else if (current !== undefined && matchesOne(current, text[at] ?? '')) {
      at += 1;
      sign += 1;
    } else if (star !== undefined) {
      star.at += 1;
      at = star.at;
      sign = star.sign + 1;
    } else return false;
  }
  return signs.slice(sign).every(({ kind }) => kind === 'star');
}

function matchesOne(sign: Exclude<Sign, { kind: 'star' }>, character: string): boolean {
  if (sign.kind === 'any') return true;
  if (sign.kind === 'one') return sign.character === character;
  return sign.ranges.some(([from, to]) => from <= character && character <= to) !== sign.negated;
}

function segmentOf(text: string): Segment {
  if (text === '**') return { kind: 'globstar' };
  const signs = signsOf([...text]);
  const isPlain = signs.every((sign) => sign.kind === 'one');
  if (isPlain) return { kind: 'name', name: signs.map((sign) => sign.character).join('') };
  return { kind: 'pattern', signs: ignoresCase ? signs.map(lowered) : signs };
}

function lowered(sign: Sign): Sign {
  if (sign.kind === 'one') return { ...sign, character: sign.character.toLowerCase() };
  if (sign.kind !== 'class') return sign;
  return { ...sign, ranges: sign.ranges.map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]) };
}

function signsOf(text: readonly string[]): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    const group = character === '[' ? classAt(text, at) : undefined;
    if (group !== undefined) {
      signs.push(group.sign);
      at = group.end;
    } else if (character === '*') {
      if (signs.at(-1)?.kind !== 'star') signs.push({ kind: 'star' });
    } else if (character === '?') signs.push({ kind: 'any' });
    else if (character === '\\' && at + 1 < text.length) {
      at += 1;
      signs.push({ kind: 'one', character: text[at] as string });
    } else signs.push({ kind: 'one', character });
  }
  return signs;
}

/** `[a-z_]` at `start`; a bracket that is never closed stands for itself. */
function classAt(text: readonly string[], start: number): { sign: Sign; end: number } | undefined {
  const negated = text[start + 1] === '!' || text[start + 1] === '^';
  const from = start + (negated ? 2 : 1);
  // The first sign inside is one of the class, also where it is the bracket that closes.
  const end = text.indexOf(']', from + 1);
  if (end === -1) return undefined;
  const ranges: [string, string][] = [];
  for (let at = from; at < end; at += 1) {
    const low = text[at] as string;
    const isRange = text[at + 1] === '-' && at + 2 < end;
    ranges.push([low, isRange ? (text[at + 2] as string) : low]);
    if (isRange) at += 2;
  }
  return { sign: { kind: 'class', negated, ranges }, end };
}

/** Every text that the braces stand for, in order; `undefined` where there are more than `most`. */
export function expandBraces(text: string, most: number): string[] | undefined {
  let texts = [''];
  let plain = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    const group = groupAt(text, at);
    if (group === undefined) continue;
    const inner: string[] = [];
    for (const part of group.parts) {
      const own = expandBraces(part, most);
      if (own === undefined || inner.length + own.length > most) return undefined;
      inner.push(...own);
    }
    if (texts.length * inner.length > most) return undefined;
    const before = text.slice(plain, at);
    texts = texts.flatMap((start) => inner.map((end) => start + before + end));
    plain = group.end + 1;
    at = group.end;
  }
  return texts.map((start) => start + text.slice(plain));
}

/** The parts of the braces that open at `start`; `undefined` where they are never closed or hold no choice. */
function groupAt(text: string, start: number): { parts: string[]; end: number } | undefined {
  const commas = [start];
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === ',' && depth === 1) commas.push(at);
    else if (character === '}') depth -= 1;
    if (depth > 0) continue;
    const bounds = [...commas, at];
    const parts = commas.map((from, part) => text.slice(from + 1, bounds[part + 1]));
    if (parts.length > 1) return { parts, end: at };
    const range = rangeOf(parts[0] ?? '');
    return range === undefined ? undefined : { parts: range, end: at };
  }
  return undefined;
}

/** `1..3`, either way. */
function rangeOf(text: string): string[] | undefined {
  const [, first, last] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [Number(first), Number(last)];
  // One more than may be: the caller refuses it.
  const length = Math.min(Math.abs(to - from), MOST_ALTERNATIVES) + 1;
  return Array.from({ length }, (_, step) => String(from + (from <= to ? step : -step)));
}
