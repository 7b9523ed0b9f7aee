import type { Token } from '../sql/tokens.ts';
import type { Reader } from './reader.ts';

/** A table of a FROM clause. */
export interface Source {
  table: string;
  /** The names that qualify its columns. */
  owners: string[];
}

/** One SELECT, as far as it can be read without a parser. */
export interface Selection {
  /** The expressions between SELECT and FROM. */
  items: Token[][];
  /** It is `*`, or that of its only table. */
  isAll: boolean;
  /** The tables that are named; what stands in parentheses is none. */
  sources: Source[];
  /** The whole FROM clause. */
  joined: Token[];
  where: Token[];
}

/** What ends a FROM clause. */
const ENDS = [
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'ORDER',
  'LIMIT',
  'RETURNING',
];
const NO_ALIAS = new Set([
  ...[
    'ON',
    'USING',
    'JOIN',
    'LEFT',
    'RIGHT',
    'FULL',
    'INNER',
    'OUTER',
    'CROSS',
    'NATURAL',
    'INDEXED',
    'NOT',
    'SET',
  ],
  ...ENDS,
]);

/** The SELECTs of a compound one that stand here; none where something else does. */
export function selectionsFrom(reader: Reader): Selection[] {
  const selections: Selection[] = [];
  while (reader.accept('SELECT')) {
    reader.accept('DISTINCT', 'ALL');
    const selection = selectionIn(reader, reader.items('FROM', 'UNION'));
    selections.push(selection);
    // Up to the next SELECT of a compound one.
    reader.items('UNION');
    if (!reader.accept('UNION')) break;
    reader.accept('ALL');
  }
  return selections;
}

/** From FROM on. `target`: the table of an UPDATE, which its own FROM clause joins. */
export function selectionIn(reader: Reader, items: Token[][], target?: Source): Selection {
  const joined = reader.accept('FROM') ? reader.items(...ENDS).flat() : [];
  const where = reader.accept('WHERE') ? reader.items(...ENDS.slice(1)).flat() : [];
  const sources = sourcesIn(reader, joined);
  const [only] = items;
  const isStar = items.length === 1 && reader.text(only?.at(-1)) === '*' && target === undefined;
  // Of several tables, `*` has the columns of all.
  return {
    items,
    isAll: isStar && sources.length === 1,
    sources: isStar && sources.length > 1 ? [] : sources,
    joined,
    where,
  };
}

function sourcesIn(reader: Reader, joined: readonly Token[]): Source[] {
  const sources: Source[] = [];
  let depth = 0;
  let isTable = true;
  for (let at = 0; at < joined.length; at += 1) {
    const token = joined[at];
    const word = reader.text(token).toUpperCase();
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth > 0) continue;
    if (isTable && word !== '(') {
      if (reader.text(joined[at + 1]) === '.') at += 2;
      const table = reader.nameOf(joined[at]);
      const alias = aliasAt(reader, joined, at + 1);
      if (table !== undefined && word !== ')') sources.push({ table, owners: [alias ?? table] });
    }
    isTable = word === 'JOIN' || word === ',';
  }
  return sources;
}

function aliasAt(reader: Reader, joined: readonly Token[], at: number): string | undefined {
  const word = reader.text(joined[at]).toUpperCase();
  if (word === 'AS') return reader.nameOf(joined[at + 1]);
  return NO_ALIAS.has(word) ? undefined : reader.nameOf(joined[at]);
}
