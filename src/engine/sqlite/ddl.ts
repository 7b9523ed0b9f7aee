import { canonicalSlice, withoutOuterParentheses } from '../../sql/canonical.ts';
import { foldName } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../sql/tokens.ts';

/** What the catalogue's pragmas do not tell and only a CREATE TABLE text holds. All in canonical spelling. */
export interface TableText {
  checks: string[];
  /** By folded column name. */
  collations: Map<string, string>;
  generated: Map<string, string>;
}

/** Reads a CREATE TABLE as SQLite stores it in sqlite_schema; a text that is none gives nothing. */
export function readTableText(sql: string): TableText {
  const result: TableText = { checks: [], collations: new Map(), generated: new Map() };
  for (const definition of definitions(sql)) readDefinition(sql, definition, result);
  return result;
}

/** Everything from `ON` on in a CREATE INDEX (table, columns, WHERE), in canonical spelling. */
export function indexBody(sql: string): string {
  const tokens = meaningfulTokens(sql);
  const on = tokens.findIndex((token) => isWord(sql, token, 'on'));
  const open = tokens.findIndex((token, at) => at > on && sql[token.start] === '(');
  return canonicalSlice(sql, tokens.slice(open));
}

/**
 * The table or view that a full-text index has its content in, from `content=…` (sqlite.org/fts5.html section 4.4);
 * empty where it has none at all, `undefined` where it holds the content itself.
 */
export function contentTable(sql: string): string | undefined {
  for (const [first, equals, value] of definitions(sql)) {
    if (first === undefined || equals === undefined || value === undefined) continue;
    if (isWord(sql, first, 'content') && text(sql, equals) === '=') return nameOf(sql, value);
  }
  return undefined;
}

function definitions(sql: string): Token[][] {
  const tokens = meaningfulTokens(sql);
  const open = tokens.findIndex((token) => text(sql, token) === '(');
  if (open === -1) return [];
  const result: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    const character = text(sql, token);
    if (character === ')') depth -= 1;
    if (depth === 0 && character === ')') break;
    if (depth === 1 && character === ',') result.push([]);
    else if (depth > 0) result.at(-1)?.push(token);
    if (character === '(') depth += 1;
  }
  return result;
}

const TABLE_CONSTRAINTS = ['constraint', 'primary', 'unique', 'check', 'foreign'];

function readDefinition(sql: string, tokens: Token[], result: TableText): void {
  const first = tokens[0];
  if (first === undefined) return;
  const isColumn = !TABLE_CONSTRAINTS.some((word) => isWord(sql, first, word));
  const column = foldName(nameOf(sql, first));
  for (let at = isColumn ? 1 : 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (text(sql, token) === '(') at = closing(sql, tokens, at);
    else if (isWord(sql, token, 'check')) result.checks.push(parenthesised(sql, tokens, at + 1));
    else if (isColumn && isWord(sql, token, 'as'))
      result.generated.set(column, parenthesised(sql, tokens, at + 1));
    else if (isColumn && isWord(sql, token, 'collate')) {
      const name = tokens[at + 1];
      if (name !== undefined) result.collations.set(column, nameOf(sql, name).toUpperCase());
    }
  }
}

function parenthesised(sql: string, tokens: Token[], open: number): string {
  return withoutOuterParentheses(canonicalSlice(sql, tokens.slice(open, closing(sql, tokens, open) + 1)));
}

function closing(sql: string, tokens: Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const character = text(sql, tokens[at] as Token);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function text(sql: string, token: Token): string {
  return token.kind === 'punctuation' ? sql.slice(token.start, token.end) : '';
}

function isWord(sql: string, token: Token, word: string): boolean {
  return token.kind === 'word' && sql.slice(token.start, token.end).toLowerCase() === word;
}
