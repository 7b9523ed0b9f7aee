import { quoteName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../../sql/tokens.ts';
import { type Stopped, type Suspicion, tableNamed } from './stopped.ts';

/** CREATE UNIQUE INDEX: rows that hold the same as another one in all that is indexed. */
export function brokenByIndex({ sql, names, schema }: Stopped): Suspicion[] {
  const [named] = names;
  if (named?.verb !== 'create' || named.kind !== 'index' || named.on === undefined) return [];
  const table = tableNamed(schema, named.on);
  const index = indexParts(sql);
  if (table === undefined || index === undefined) return [];
  const columns = index.items.flatMap((item) => plainName(item) ?? []);
  return [
    {
      constraint: 'UNIQUE',
      table: table.name,
      columns,
      keyOf: table.name,
      query: selectEqual(quoteName(table.name), index.items, index.where),
    },
  ];
}

/** Rows of `from` that equal another one in all of `items`; one without a value there equals none. */
export function selectEqual(from: string, items: readonly string[], where?: string): string {
  const known = items.map((item) => `${item} IS NOT NULL`);
  const all = [...known, ...(where === undefined ? [] : [`(${where})`])].join(' AND ');
  return `SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY ${items.join(', ')}) AS "equal rows" FROM ${from} WHERE ${all}) WHERE "equal rows" > 1 ORDER BY ${items.join(', ')}`;
}

/** ALTER TABLE: rows that have no value for a column that must have one, or that break a new CHECK. */
export function brokenByAlter({ sql, names, schema, failure }: Stopped): Suspicion[] {
  const [named] = names;
  if (named?.verb !== 'add-column' && named?.verb !== 'alter') return [];
  const table = tableNamed(schema, named.verb === 'alter' ? named.name : named.table);
  if (table === undefined) return [];
  const from = `SELECT * FROM ${quoteName(table.name)}`;
  const subject = { table: table.name, keyOf: table.name };
  if (named.verb === 'add-column') {
    // Every row would get the same value.
    const isNull = /NOT NULL/i.test(failure.message);
    return isNull ? [{ constraint: 'NOT NULL', ...subject, columns: [named.name], query: from }] : [];
  }
  const column = /\balter\s+(?:column\s+)?(\S+)\s+set\s+not\s+null/i.exec(sql)?.[1];
  if (column !== undefined) {
    const name = column.replace(/^["[`](.*)["\]`]$/, '$1');
    return [
      {
        constraint: 'NOT NULL',
        ...subject,
        columns: [name],
        query: `${from} WHERE ${quoteName(name)} IS NULL`,
      },
    ];
  }
  const check = /\badd\s+(?:constraint\s+\S+\s+)?check\s*\((.*)\)\s*;?$/is.exec(sql)?.[1];
  return check === undefined
    ? []
    : [{ constraint: 'CHECK', ...subject, columns: [], query: `${from} WHERE NOT (${check})` }];
}

/** What stands in the parentheses behind ON, without the order, and what stands behind WHERE. */
function indexParts(sql: string): { items: string[]; where?: string } | undefined {
  const tokens = meaningfulTokens(sql).filter(({ kind }) => kind !== 'semicolon');
  const text = (token: Token | undefined) => (token === undefined ? '' : sql.slice(token.start, token.end));
  const open = tokens.findIndex((token) => text(token) === '(');
  if (open === -1) return undefined;
  const items: Token[][] = [[]];
  let depth = 0;
  let at = open;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (text(token) === ')') depth -= 1;
    if (depth === 0 && text(token) === ')') break;
    if (depth === 1 && text(token) === ',') items.push([]);
    else if (depth > 0) items.at(-1)?.push(token);
    if (text(token) === '(') depth += 1;
  }
  const whole = items.map((item) => {
    const isOrdered = /^(asc|desc)$/i.test(text(item.at(-1)));
    const own = isOrdered ? item.slice(0, -1) : item;
    return sql.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
  });
  const condition = tokens.slice(at + 2);
  const isPartial = /^where$/i.test(text(tokens[at + 1])) && condition.length > 0;
  return {
    items: whole,
    ...(isPartial && { where: sql.slice(condition[0]?.start, condition.at(-1)?.end) }),
  };
}

/** The name that a text is, where it is nothing else. */
export function plainName(text: string): string | undefined {
  const [first, second] = meaningfulTokens(text);
  const isName = first?.kind === 'word' || first?.kind === 'quoted';
  return isName && second === undefined ? nameOf(text, first) : undefined;
}
