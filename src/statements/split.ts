import { lineCounter } from '../sql/lines.ts';
import { type Token, tokens } from '../sql/tokens.ts';
import { TokenWindow } from './token-window.ts';

/** One statement of a script, exactly as it stands there. */
export interface Statement {
  /** From the first token to the semicolon, which is included where there is one. */
  sql: string;
  /** Offset of the first token. */
  start: number;
  /** 1-based line of the first token. */
  line: number;
  /** Texts of the comments before it, markers stripped, in order, as far as one can read them; `adjacent`: no blank line up to the statement. */
  comments: { text: string; adjacent: boolean }[];
}

type Word = 'semicolon' | 'other' | 'explain' | 'create' | 'temp' | 'trigger' | 'end';
type State =
  | 'start'
  | 'normal'
  | 'explain'
  | 'create'
  | 'trigger'
  | 'semicolon in trigger'
  | 'end in trigger';

/**
 * The states of sqlite3_complete() (SQLite's complete.c): a semicolon ends a statement unless it stands in the
 * body of a CREATE TRIGGER, which only `; END ;` closes. White space and comments change nothing.
 */
const NEXT: Record<State, Partial<Record<Word, State>> & { other: State }> = {
  start: { semicolon: 'start', explain: 'explain', create: 'create', other: 'normal' },
  normal: { semicolon: 'start', other: 'normal' },
  explain: {
    semicolon: 'start',
    create: 'create',
    other: 'explain',
    explain: 'normal',
    temp: 'normal',
    trigger: 'normal',
    end: 'normal',
  },
  create: { semicolon: 'start', temp: 'create', trigger: 'trigger', other: 'normal' },
  trigger: { semicolon: 'semicolon in trigger', other: 'trigger' },
  'semicolon in trigger': { semicolon: 'semicolon in trigger', end: 'end in trigger', other: 'trigger' },
  'end in trigger': { semicolon: 'start', other: 'trigger' },
};

const KEYWORDS: Readonly<Record<string, Word>> = {
  explain: 'explain',
  create: 'create',
  temp: 'temp',
  temporary: 'temp',
  trigger: 'trigger',
  end: 'end',
};

/**
 * Splits a script where SQLite would: each result is what one sqlite3_prepare() call consumes.
 * Empty statements and trailing comments give nothing. `sql` holds no NUL (SQLite would stop there).
 */
export function splitStatements(sql: string): Statement[] {
  return [...statementsOf(sql)].map(({ tokens: _, ...statement }) => statement);
}

interface TokenizedStatement extends Statement {
  /** Those that carry meaning, with their offsets in the script; of a very long statement its beginning and its end. */
  tokens: readonly Token[];
}

/** The same, one after the other, with their tokens. */
export function* statementsOf(sql: string): Generator<TokenizedStatement> {
  const lineAt = lineCounter(sql);
  let state: State = 'start';
  let gap: Gap[] = [];
  let own = new TokenWindow(sql);
  for (const token of tokens(sql)) {
    if (token.kind === 'space' || token.kind === 'comment') {
      if (own.first === undefined) gap.push({ kind: token.kind, text: sql.slice(token.start, token.end) });
      if (gap.length > 2 * MOST_GAPS) gap = gap.slice(-MOST_GAPS);
      continue;
    }
    const word = wordOf(sql, token);
    state = NEXT[state][word] ?? NEXT[state].other;
    const ends = word === 'semicolon' && state === 'start';
    if (own.first !== undefined || !ends) own.push(token);
    if (!ends) continue;
    if (own.first !== undefined) yield statement(own, gap);
    own = new TokenWindow(sql);
    gap = [];
  }
  if (own.first !== undefined) yield statement(own, gap);

  function statement(window: TokenWindow, before: readonly Gap[]): TokenizedStatement {
    const start = window.first?.start ?? 0;
    const end = window.last?.end ?? 0;
    const text = { sql: sql.slice(start, end), start, line: lineAt(start) };
    return { ...text, comments: commentsOf(before), tokens: window.list() };
  }
}

/** Of the comments before a statement, and the blanks between them: those right above it. */
const MOST_GAPS = 1000;
/** Of one comment. */
const MOST_COMMENT = 10_000;

/** Longer words are no keywords here. */
const LONGEST = 'temporary'.length;

function wordOf(sql: string, { kind, start, end }: Token): Word {
  if (kind === 'semicolon') return 'semicolon';
  if (kind !== 'word' || end - start > LONGEST) return 'other';
  return KEYWORDS[sql.slice(start, end).toLowerCase()] ?? 'other';
}

interface Gap {
  kind: 'space' | 'comment';
  text: string;
}

function commentsOf(gap: readonly Gap[]): Statement['comments'] {
  const result: Statement['comments'] = [];
  let adjacent = true;
  for (const { kind, text } of gap.toReversed()) {
    if (kind === 'comment') result.push({ text: withoutMarkers(text).slice(0, MOST_COMMENT), adjacent });
    else if (text.indexOf('\n') !== text.lastIndexOf('\n')) adjacent = false;
  }
  return result.reverse();
}

/** Without the signs that begin and end a comment, however many there are of them. */
function withoutMarkers(comment: string): string {
  const [sign, from] = comment.startsWith('--') ? ['-', 0] : ['*', 1];
  let start = from;
  while (comment[start] === sign) start += 1;
  let end = comment.length;
  if (comment.endsWith('*/') && end - 2 >= start) {
    end -= 1;
    while (end > start && comment[end - 1] === '*') end -= 1;
  }
  return comment.slice(start, end).trim();
}
