import { lineCounter } from '../sql/lines.ts';
import { tokens } from '../sql/tokens.ts';

/** One statement of a script, exactly as it stands there. */
export interface Statement {
  /** From the first token to the semicolon, which is included where there is one. */
  sql: string;
  /** Offset of the first token. */
  start: number;
  /** 1-based line of the first token. */
  line: number;
  /** Texts of the comments before it, markers stripped, in order; `adjacent`: no blank line up to the statement. */
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

const KEYWORDS: Record<string, Word> = {
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
  const statements: Statement[] = [];
  const lines = lineCounter(sql);
  let state: State = 'start';
  let start = -1;
  let end = -1;
  let gap: Gap[] = [];
  for (const token of tokens(sql)) {
    const text = sql.slice(token.start, token.end);
    if (token.kind === 'space' || token.kind === 'comment') {
      if (start === -1) gap.push({ kind: token.kind, text });
      continue;
    }
    const word: Word = token.kind === 'semicolon' ? 'semicolon' : (KEYWORDS[text.toLowerCase()] ?? 'other');
    state = NEXT[state][word] ?? NEXT[state].other;
    const ends = token.kind === 'semicolon' && state === 'start';
    end = token.end;
    if (start === -1 && !ends) start = token.start;
    if (!ends) continue;
    if (start !== -1) statements.push(statement(start, end));
    start = -1;
    gap = [];
  }
  if (start !== -1) statements.push(statement(start, end));
  return statements;

  function statement(from: number, to: number): Statement {
    return { sql: sql.slice(from, to), start: from, line: lines(from), comments: commentsOf(gap) };
  }
}

interface Gap {
  kind: 'space' | 'comment';
  text: string;
}

function commentsOf(gap: readonly Gap[]): Statement['comments'] {
  const result: Statement['comments'] = [];
  let adjacent = true;
  for (const { kind, text } of gap.toReversed()) {
    if (kind === 'space') {
      if ((text.match(/\n/g) ?? []).length > 1) adjacent = false;
      continue;
    }
    const stripped = text.replace(/^(--+|\/\*+)|\*+\/$/g, '').trim();
    result.unshift({ text: stripped, adjacent });
  }
  return result;
}
