import { Lexer } from 'yaml';

/** No config is as deep, and the parser's time grows with the square of the depth. */
const MOST_DEPTH = 64;

/** Tokens of the lexer's own, which stand for no text. */
const MARKS = ['\u0002', '\u0018', '\u001F'];

export const DEEP = {
  message: `this cannot be read: it is nested more than ${MOST_DEPTH} deep.`,
  remedy: 'Write it without so many brackets and dashes.',
} as const;

/** Offset at which a text in YAML gets too deep to be parsed, by its brackets and by the `-` and `?` in one line. */
export function tooDeep(text: string): number | undefined {
  let [offset, brackets, indicators] = [0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    // A quoted text is one token; it is no bracket, whatever it holds.
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    else if (token === '-' || token === '?') indicators += 1;
    else if (token.startsWith('\n') || token.startsWith('\r')) indicators = 0;
    if (brackets > MOST_DEPTH || indicators > MOST_DEPTH) return offset;
    if (!MARKS.includes(token)) offset += token.length;
  }
  return undefined;
}
