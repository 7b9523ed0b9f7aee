import type { FeatureRequirement } from '../facts/statement.ts';
import { meaningfulTokens, nameOf, type Token } from '../sql/tokens.ts';

/*
 * What stands in the texts that functions get: an older release knows the function, and not the modifier or the format.
 * It then gives NULL without an error (sqlite.org/lang_datefunc.html, section 3).
 */

/** By name: where the modifiers begin among the arguments. */
const DATE_FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ...(['DATE', 'TIME', 'DATETIME', 'JULIANDAY', 'UNIXEPOCH'] as const).map((name) => [name, 0] as const),
  ['STRFTIME', 1],
]);

const MODIFIERS: readonly { since: string; pattern: RegExp }[] = [
  { since: '3.38', pattern: /^(auto|julianday)$/i },
  { since: '3.42', pattern: /^subsec(ond)?$/i },
  { since: '3.43', pattern: /^[+-]\d{4}-\d\d-\d\d/ },
  { since: '3.46', pattern: /^(floor|ceiling)$/i },
];

const FORMATS: readonly { since: string; letters: string }[] = [
  { since: '3.44', letters: 'eFIklpPRTu' },
  { since: '3.46', letters: 'GgUV' },
];

const ACTIONS = new Set(['ABORT', 'FAIL', 'ROLLBACK']);

/** What the texts that a statement gives to functions need of SQLite. `tokens`: those of one statement in a longer text. */
export function argumentNeeds(
  sql: string,
  tokens: readonly Token[] = meaningfulTokens(sql),
): FeatureRequirement[] {
  const needs = new Map<string, FeatureRequirement>();
  const add = (feature: string, since: string) => needs.set(feature, { feature, since });
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || textOf(sql, tokens[at + 1]) !== '(') continue;
    const name = textOf(sql, token).toUpperCase();
    const modifiers = DATE_FUNCTIONS.get(name);
    if (modifiers === undefined && name !== 'RAISE') continue;
    const given = argumentsAt(sql, tokens, at + 2);
    if (name === 'RAISE') {
      const [action, message] = given;
      if (
        message &&
        ACTIONS.has(textOf(sql, action?.[0]).toUpperCase()) &&
        literalOf(sql, message) === undefined
      )
        add('RAISE() with an expression', '3.47');
      continue;
    }
    const texts = given.map((argument) => literalOf(sql, argument));
    if (name === 'STRFTIME')
      for (const [part, since] of formatNeeds(texts[0] ?? '')) add(`strftime() with ${part}`, since);
    for (const text of texts.slice(modifiers)) {
      const known =
        text === undefined ? undefined : MODIFIERS.find(({ pattern }) => pattern.test(text.trim()));
      if (known !== undefined) add(`${name.toLowerCase()}() with '${text?.trim()}'`, known.since);
    }
  }
  return [...needs.values()];
}

function formatNeeds(format: string): [string, string][] {
  return [...format.matchAll(/%(.)/gs)].flatMap(([part, letter = '']): [string, string][] => {
    const since = FORMATS.find(({ letters }) => letters.includes(letter))?.since;
    return since === undefined ? [] : [[part, since]];
  });
}

/** The arguments of a call, from behind its parenthesis on. */
function argumentsAt(sql: string, tokens: readonly Token[], start: number): Token[][] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const sign = token.kind === 'punctuation' ? textOf(sql, token) : '';
    if (sign === ')' && depth === 0) break;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) found.push([]);
    else found.at(-1)?.push(token);
  }
  return found;
}

function literalOf(sql: string, argument: readonly Token[]): string | undefined {
  const [only] = argument;
  return argument.length === 1 && only?.kind === 'string' ? nameOf(sql, only) : undefined;
}

function textOf(sql: string, token: Token | undefined): string {
  return token === undefined ? '' : sql.slice(token.start, token.end);
}
