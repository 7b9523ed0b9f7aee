import { foldName } from './quote.ts';
import { meaningfulTokens, nameOf, type Token } from './tokens.ts';

const SYNONYMS: Record<string, string> = { '!=': '<>', '==': '=' };

/**
 * One spelling for SQL that differs only in case, white space, comments and the quotes around names:
 * equal results mean the same schema text. String literals and numbers stay as they are.
 */
export function canonical(sql: string): string {
  return join(canonicalTokens(sql, meaningfulTokens(sql)));
}

/** The canonical text of some of the tokens of `sql`. */
export function canonicalSlice(sql: string, tokens: readonly Token[]): string {
  return join(canonicalTokens(sql, tokens));
}

/** `text` without parentheses that enclose all of it: `((a) + (b))` gives `(a) + (b)`. */
export function withoutOuterParentheses(text: string): string {
  let inner = text.trim();
  while (inner.startsWith('(') && closing(inner) === inner.length - 1) inner = inner.slice(1, -1).trim();
  return inner;
}

function canonicalTokens(sql: string, tokens: readonly Token[]): string[] {
  return tokens.map((token) => {
    const text = sql.slice(token.start, token.end);
    if (token.kind === 'word') return foldName(text);
    if (token.kind === 'quoted') return plainName(foldName(nameOf(sql, token)));
    return SYNONYMS[text] ?? text;
  });
}

function plainName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function join(texts: readonly string[]): string {
  let result = '';
  for (const text of texts) {
    const tight = result === '' || /[(.]$/.test(result) || text === ')' || text === ',' || text === '.';
    result += tight ? text : ` ${text}`;
  }
  return result;
}

function closing(text: string): number {
  let depth = 0;
  for (const token of meaningfulTokens(text)) {
    const character = text.slice(token.start, token.end);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return token.start;
  }
  return -1;
}
