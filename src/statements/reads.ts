import type { Reads } from '../facts/statement.ts';
import type { Token } from '../sql/tokens.ts';
import type { Reader } from './reader.ts';

/** What ends a FROM clause. */
const ENDS = new Set([
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'ORDER',
  'LIMIT',
  'ON',
  'RETURNING',
  ';',
]);

/** Behind the target of an INSERT: where its rows come from; `undefined` where it gives them itself. */
export function readsOf(reader: Reader): Reads | undefined {
  if (reader.keyword() === 'VALUES') return undefined;
  const outer = outerTokens(reader);
  const words = outer.map((token) => reader.text(token).toUpperCase());
  const isName = ({ kind }: Token) => kind === 'word' || kind === 'quoted';
  const first = outer.findIndex(
    (token, at) => token.kind === 'word' && /^(VALUES|SELECT|WITH)$/.test(words[at] ?? ''),
  );
  // What a common table expression gives can be anything.
  if (words[first] === 'WITH') return { tables: [], joins: true };
  if (words[first] !== 'SELECT') return undefined;
  const reads: Reads = { tables: [], joins: false };
  let inFrom = false;
  for (let at = first; at < outer.length; at += 1) {
    const token = outer[at] as Token;
    const word = token.kind === 'word' ? words[at] : undefined;
    if (word === 'FROM' && words[at - 1] !== 'DISTINCT') {
      inFrom = true;
      const named = outer[at + 1];
      if (named === undefined || !isName(named)) reads.joins = true;
      // `main.t` names t.
      else reads.tables.push(reader.nameOf(words[at + 2] === '.' ? outer[at + 3] : named) ?? '');
    } else if (inFrom && (word === 'JOIN' || words[at] === ',')) reads.joins = true;
    else if (word !== undefined && ENDS.has(word)) inFrom = false;
  }
  return reads.tables.length === 0 && !reads.joins ? undefined : reads;
}

/** The tokens that stand in no parentheses, with the opening ones. */
function outerTokens(reader: Reader): Token[] {
  let depth = 0;
  return reader.rest().filter((token) => {
    const sign = reader.text(token);
    if (sign === ')') depth -= 1;
    const isOuter = depth === 0 && sign !== ')';
    if (sign === '(') depth += 1;
    return isOuter;
  });
}
