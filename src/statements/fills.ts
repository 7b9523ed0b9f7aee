import { meaningfulTokens, type Token } from '../sql/tokens.ts';
import { Reader } from './reader.ts';
import { selectionsFrom } from './selections.ts';

/** A column and the expression that fills it, in one INSERT … SELECT or UPDATE. */
export interface Fill {
  /** Its name, or its place where the statement names no columns. */
  column: string | number;
  value: readonly Token[];
}

/** Which expression fills which column; `undefined` for a statement that fills none from an expression. */
export function fillsOf(sql: string): { table: string; fills: Fill[] } | undefined {
  const reader = new Reader(sql, meaningfulTokens(sql));
  if (reader.keyword() === 'WITH' && !reader.skipToVerb()) return undefined;
  const verb = reader.keyword();
  reader.next();
  if (verb !== 'UPDATE' && verb !== 'INSERT' && verb !== 'REPLACE') return undefined;
  reader.conflictClause();
  reader.accept('INTO');
  const table = reader.name();
  if (table === undefined) return undefined;
  if (reader.accept('AS')) reader.next();
  return { table, fills: verb === 'UPDATE' ? updated(reader) : inserted(reader) };
}

function updated(reader: Reader): Fill[] {
  if (!reader.accept('SET')) return [];
  return reader.items('FROM', 'WHERE', 'RETURNING').flatMap(([column, equals, ...value]) => {
    const name = reader.text(equals) === '=' ? reader.nameOf(column) : undefined;
    return name === undefined ? [] : [{ column: name, value }];
  });
}

function inserted(reader: Reader): Fill[] {
  let into: (string | undefined)[] | undefined;
  if (reader.accept('(')) {
    into = reader.items(')').map(([name]) => reader.nameOf(name));
    reader.next();
  }
  return selectionsFrom(reader).flatMap(({ items }) =>
    items.map((value, at) => ({ column: into?.[at] ?? at, value })),
  );
}
