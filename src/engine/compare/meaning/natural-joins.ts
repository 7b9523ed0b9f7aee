import { foldName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { Side, Sides } from './sides.ts';

interface TableColumn {
  table: string;
  /** Folded. */
  column: string;
}

interface NaturalJoin {
  left: TableColumn[];
  right: TableColumn[];
}

/** Folded names of columns that a NATURAL JOIN of the same text compares now and did not before, or no more. */
export function joinedOtherwise(
  { before, after, rename }: Sides,
  texts: { before: string; after: string },
): string[] {
  const joins = naturalJoins(texts.before, before);
  const current = naturalJoins(texts.after, after);
  if (joins.length !== current.length) return [];
  return joins.flatMap((join, at) => {
    const then = new Set(shared(join).map(({ table, column }) => foldName(rename.column(table, column))));
    const now = new Set(shared(current[at] ?? { left: [], right: [] }).map(({ column }) => column));
    return [...new Set([...now, ...then])].filter((column) => !(now.has(column) && then.has(column)));
  });
}

function shared({ left, right }: NaturalJoin): TableColumn[] {
  return left.filter(({ column }) => right.some((other) => other.column === column));
}

/** In the order of the text; on the left are all tables since FROM. */
function naturalJoins(sql: string, side: Side): NaturalJoin[] {
  const tokens = meaningfulTokens(sql);
  const names = tokens.map((token) =>
    token.kind === 'word' || token.kind === 'quoted' ? foldName(nameOf(sql, token)) : '',
  );
  const columnsOf = (table: string) =>
    side.columns(table).map((column) => ({ table, column: foldName(column) }));
  return names.flatMap((name, at) => {
    if (name !== 'natural' || tokens[at]?.kind !== 'word') return [];
    const right = names[names.indexOf('join', at) + 1] ?? '';
    const left = new Set(names.slice(names.lastIndexOf('from', at) + 1, at).filter((one) => one !== ''));
    return [{ left: [...left].flatMap(columnsOf), right: columnsOf(right) }];
  });
}
