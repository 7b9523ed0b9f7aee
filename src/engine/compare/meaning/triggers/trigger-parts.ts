import { canonicalSlice } from '../../../../sql/canonical.ts';
import { foldName } from '../../../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../../../sql/tokens.ts';

export type TriggerEvent = 'insert' | 'update' | 'delete';

/** A CREATE TRIGGER as SQLite stores it, taken apart (sqlite.org/lang_createtrigger.html). */
export interface TriggerParts {
  event: TriggerEvent;
  timing: 'before' | 'after' | 'instead of';
  /** Folded names of UPDATE OF; absent where any column fires it. */
  of?: string[];
  /** Condition of WHEN in canonical spelling; empty for none. */
  when: string;
  /** All but the names of the trigger and its table, in canonical spelling. */
  body: string;
  /** Everything behind the table's name. */
  action: string;
  statements: Clause[];
}

/** Some tokens of a longer text. */
export interface Clause {
  sql: string;
  tokens: readonly Token[];
}

const EVENTS: Readonly<Record<string, TriggerEvent>> = {
  insert: 'insert',
  update: 'update',
  delete: 'delete',
};

export function readTriggerParts(sql: string): TriggerParts | undefined {
  const clause = { sql, tokens: meaningfulTokens(sql) };
  const words = wordsOf(clause);
  // None of these words can be a name without quotes, so that the first one is the event.
  const at = words.findIndex((word) => word in EVENTS);
  const event = EVENTS[words[at] ?? ''];
  const on = words.indexOf('on', at);
  if (event === undefined || on === -1) return undefined;
  const table = textAt(clause, on + 2) === '.' ? on + 3 : on + 1;
  const begin = words.indexOf('begin', table + 1);
  const end = words.lastIndexOf('end');
  if (begin === -1 || end < begin) return undefined;
  const when = words.slice(table, begin).indexOf('when');
  // BEFORE, AFTER and INSTEAD OF stand before the event; without one of them, it is BEFORE.
  const start = at - timingLength(words, at);
  const columns = clause.tokens.slice(at + 2, on).filter(({ kind }) => kind === 'word' || kind === 'quoted');
  return {
    event,
    timing: timingOf(words[at - 1]),
    ...(words[at + 1] === 'of' && { of: columns.map((token) => foldName(nameOf(sql, token))) }),
    when: when === -1 ? '' : canonicalSlice(sql, clause.tokens.slice(table + when + 1, begin)),
    body: canonicalSlice(sql, [...clause.tokens.slice(start, on), ...clause.tokens.slice(table + 1)]),
    action: sql.slice(clause.tokens[table]?.end ?? 0),
    statements: splitAt({ sql, tokens: clause.tokens.slice(begin + 1, end) }, ';'),
  };
}

/** Folded words by position; empty for anything else, quoted names too. */
export function wordsOf({ sql, tokens }: Clause): string[] {
  return tokens.map((token) => (token.kind === 'word' ? foldName(sql.slice(token.start, token.end)) : ''));
}

/** Parts between separators that stand in no parentheses; empty ones are left out. */
export function splitAt({ sql, tokens }: Clause, separator: string): Clause[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const text = sql.slice(token.start, token.end);
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0 && text === separator) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0).map((part) => ({ sql, tokens: part }));
}

export function canonicalOf({ sql, tokens }: Clause): string {
  return canonicalSlice(sql, tokens);
}

/** The name that stands at a position, without quotes; empty where none does. */
export function nameAt({ sql, tokens }: Clause, at: number): string {
  const token = tokens[at];
  return token !== undefined && (token.kind === 'word' || token.kind === 'quoted') ? nameOf(sql, token) : '';
}

export function textAt({ sql, tokens }: Clause, at: number): string {
  const token = tokens[at];
  return token === undefined ? '' : sql.slice(token.start, token.end);
}

function timingLength(words: readonly string[], event: number): number {
  const before = words[event - 1] ?? '';
  if (before === 'of') return 2;
  return before === 'before' || before === 'after' ? 1 : 0;
}

/** The word before the event; without one, it is BEFORE. */
function timingOf(word: string | undefined): TriggerParts['timing'] {
  if (word === 'of') return 'instead of';
  return word === 'after' ? 'after' : 'before';
}
