import { canonicalSlice, withoutOuterParentheses } from '../../sql/canonical.ts';
import { spell } from '../../sql/expression/expression.ts';
import { parseExpression } from '../../sql/expression/parse.ts';
import { meaningfulTokens, type Token } from '../../sql/tokens.ts';

/** What a CREATE INDEX says, in canonical spelling. */
export interface IndexText {
  /** Each without its collation and order. */
  columns: string[];
  where?: string;
}

/** Reads a CREATE INDEX as SQLite stores it. */
export function readIndexText(sql: string): IndexText {
  const tokens = meaningfulTokens(sql);
  const word = (token: Token | undefined) =>
    token?.kind === 'word' || token?.kind === 'punctuation'
      ? sql.slice(token.start, token.end).toLowerCase()
      : '';
  const on = tokens.findIndex((token) => word(token) === 'on');
  const open = tokens.findIndex((token, at) => at > on && word(token) === '(');
  const items: Token[][] = [[]];
  let depth = 1;
  let at = open + 1;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (word(token) === ')') depth -= 1;
    if (depth === 0) break;
    if (word(token) === '(') depth += 1;
    if (depth === 1 && word(token) === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  const condition = word(tokens[at + 1]) === 'where' ? tokens.slice(at + 2) : [];
  return {
    columns: items.map((item) => withoutOuterParentheses(canonicalSlice(sql, bare(item, word)))),
    ...(condition.length > 0 && { where: withoutOuterParentheses(canonicalSlice(sql, condition)) }),
  };
}

/** An indexed column without ASC, DESC, NULLS FIRST, and COLLATE. */
function bare(item: readonly Token[], word: (token: Token | undefined) => string): readonly Token[] {
  let end = item.length;
  if (word(item[end - 2]) === 'nulls') end -= 2;
  if (['asc', 'desc'].includes(word(item[end - 1]))) end -= 1;
  if (end > 2 && word(item[end - 2]) === 'collate') end -= 2;
  return item.slice(0, end);
}

/** An expression in a spelling that is equal for what means the same. */
export function spelled(text: string): string {
  const parsed = parseExpression(text);
  if (parsed === undefined) return text;
  // Its collation counts by what SQLite makes of it.
  const [inner] = parsed.op === 'collate' ? parsed.of : [parsed];
  return spell(inner ?? parsed);
}
