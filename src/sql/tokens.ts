/**
 * SQLite's lexical rules (its tokenize.c, and sqlite.org/lang_naming, lang_expr): where each token starts and ends.
 * Nothing here knows grammar.
 */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'word'
  | 'quoted'
  | 'string'
  | 'number'
  | 'variable'
  | 'semicolon'
  | 'punctuation'
  /** A quote that is never closed; runs to the end of the text. */
  | 'unterminated';

export interface Token {
  kind: TokenKind;
  /** Offsets in UTF-16 units: [start, end). */
  start: number;
  end: number;
}

/** Every character of `sql` belongs to exactly one token, in order. */
export function* tokens(sql: string): Generator<Token> {
  const scan: Scan = { unclosedUntil: 0 };
  for (let start = 0; start < sql.length; ) {
    const token = tokenAt(sql, start, scan);
    yield token;
    start = token.end;
  }
}

/** The tokens that carry meaning: no white space, no comments. */
export function meaningfulTokens(sql: string): Token[] {
  const found: Token[] = [];
  const scan: Scan = { unclosedUntil: 0 };
  for (let start = 0; start < sql.length; ) {
    const token = tokenAt(sql, start, scan);
    if (token.kind !== 'space' && token.kind !== 'comment') found.push(token);
    start = token.end;
  }
  return found;
}

/** The first of them. */
export function leadingTokens(sql: string, count: number): Token[] {
  const found: Token[] = [];
  for (const token of tokens(sql)) {
    if (token.kind !== 'space' && token.kind !== 'comment') found.push(token);
    if (found.length === count) break;
  }
  return found;
}

/** What was learnt on the way, so that nothing is looked for twice. */
interface Scan {
  /** Before this offset no suffix of a variable is closed. */
  unclosedUntil: number;
}

/** The name that a `word` or `quoted` token spells, without its quotes. */
export function nameOf(sql: string, token: Token): string {
  const text = sql.slice(token.start, token.end);
  if (token.kind !== 'quoted' && token.kind !== 'string') return text;
  const quote = text[0] as string;
  const inner = text.slice(1, -1);
  return quote === '[' ? inner : inner.replaceAll(quote + quote, quote);
}

function tokenAt(sql: string, start: number, scan: Scan): Token {
  const first = sql[start] as string;
  const second = sql[start + 1];
  // A vertical tab is white space for SQLite only behind another one.
  const goesOn = (c: string) => isSpace(c) || c === '\v';
  if (isSpace(first)) return { kind: 'space', start, end: endWhile(sql, start + 1, goesOn) };
  if (first === '-' && second === '-') return { kind: 'comment', start, end: endOfLine(sql, start) };
  // "/*" as the very last characters is two operators for SQLite, not a comment.
  if (first === '/' && second === '*' && start + 2 < sql.length) return blockComment(sql, start);
  if (first === ';') return { kind: 'semicolon', start, end: start + 1 };
  if (first === "'" || first === '"' || first === '`' || first === '[') return quoted(sql, start, first);
  if ((first === 'x' || first === 'X') && second === "'") return quoted(sql, start + 1, "'", start);
  if (isDigit(first) || (first === '.' && second !== undefined && isDigit(second))) return number(sql, start);
  if ('?$@#:'.includes(first)) return variable(sql, start, scan);
  if (isNameCharacter(first)) return { kind: 'word', start, end: endWhile(sql, start + 1, isNameCharacter) };
  return punctuation(sql, start);
}

function blockComment(sql: string, start: number): Token {
  const close = sql.indexOf('*/', start + 2);
  return { kind: 'comment', start, end: close === -1 ? sql.length : close + 2 };
}

function quoted(sql: string, open: number, quote: string, start = open): Token {
  const kind = quote === "'" ? 'string' : 'quoted';
  const close = quote === '[' ? ']' : quote;
  let at = open + 1;
  for (;;) {
    const end = sql.indexOf(close, at);
    if (end === -1) return { kind: 'unterminated', start, end: sql.length };
    if (quote === '[' || sql[end + 1] !== close) return { kind, start, end: end + 1 };
    at = end + 2;
  }
}

function number(sql: string, start: number): Token {
  let end = endWhile(sql, start, (c) => isNameCharacter(c) || c === '.');
  const last = sql[end - 1];
  const exponent = (last === 'e' || last === 'E') && !/^0x/i.test(sql.slice(start, start + 2));
  if (exponent && (sql[end] === '+' || sql[end] === '-')) end = endWhile(sql, end + 1, isNameCharacter);
  return { kind: 'number', start, end };
}

function variable(sql: string, start: number, scan: Scan): Token {
  let end = endWhile(sql, start + 1, isNameCharacter);
  while (sql.startsWith('::', end)) end = endWhile(sql, end + 2, isNameCharacter);
  // Tcl form `$name(suffix)`: the suffix may hold anything but white space, even a semicolon.
  if (sql[start] !== '?' && end > start + 1 && sql[end] === '(' && end >= scan.unclosedUntil) {
    const close = endWhile(sql, end + 1, (c) => c !== ')' && !isSpace(c));
    if (sql[close] === ')') end = close + 1;
    else scan.unclosedUntil = close;
  }
  return { kind: end > start + 1 || sql[start] === '?' ? 'variable' : 'punctuation', start, end };
}

const LONG_OPERATORS = ['->>', '||', '<=', '>=', '<>', '!=', '==', '<<', '>>', '->'];

function punctuation(sql: string, start: number): Token {
  const operator = LONG_OPERATORS.find((text) => sql.startsWith(text, start));
  return { kind: 'punctuation', start, end: start + (operator?.length ?? 1) };
}

function endWhile(sql: string, from: number, test: (character: string) => boolean): number {
  let end = from;
  while (end < sql.length && test(sql[end] as string)) end += 1;
  return end;
}

function endOfLine(sql: string, from: number): number {
  const end = sql.indexOf('\n', from);
  return end === -1 ? sql.length : end;
}

function isSpace(c: string): boolean {
  // SQLite also skips a byte order mark wherever it stands.
  return c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === '\f' || c === '\uFEFF';
}

function isDigit(c: string): boolean {
  return c >= '0' && c <= '9';
}

function isNameCharacter(c: string): boolean {
  return (
    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c === '_' || c === '$' || c >= '\u0080'
  );
}
