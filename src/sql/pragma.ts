import { leadingTokens, nameOf } from './tokens.ts';

/** EXPLAIN QUERY PLAN PRAGMA schema . name */
const LONGEST = 7;

/**
 * The pragma that a statement names, in lower case; `undefined` for another statement. One that is only explained counts
 * too: SQLite runs some pragmas while it compiles them.
 */
export function pragmaOf(sql: string): string | undefined {
  const names = leadingTokens(sql, LONGEST).map((token) => nameOf(sql, token).toLowerCase());
  const at = names[0] !== 'explain' ? 0 : names[1] === 'query' ? 3 : 1;
  if (names[at] !== 'pragma') return undefined;
  return names[at + 2] === '.' ? names[at + 3] : names[at + 1];
}
