import { foldName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { Side, Sides } from './sides.ts';

interface TableColumn {
  table: string;
  /** Folded. */
  column: string;
}

/** By which columns the tables of a FROM are joined where the text leaves it to them. */
interface OpenJoin {
  /** NATURAL: the columns that both sides share; USING: those of the left tables that have one of its names. */
  columns: TableColumn[];
}

/**
 * Folded names of columns by which tables of the same text are joined now and were not before, or no more: NATURAL JOIN
 * takes all that both sides share, and USING the first table on the left that has the column.
 */
export function joinedOtherwise(
  { before, after, rename }: Sides,
  texts: { before: string; after: string },
): string[] {
  const joins = openJoins(texts.before, before);
  const current = openJoins(texts.after, after);
  if (joins.length !== current.length) return [];
  return joins.flatMap((join, at) => {
    const then = join.columns.map(({ table, column }) => ({
      table: foldName(rename.table(table)),
      column: foldName(rename.column(table, column)),
    }));
    const now = current[at]?.columns ?? [];
    const known = [new Set(then.map(keyOf)), new Set(now.map(keyOf))];
    const other = [...then, ...now].filter((one) => !known.every((keys) => keys.has(keyOf(one))));
    return [...new Set(other.map(({ column }) => column))];
  });
}

function keyOf({ table, column }: TableColumn): string {
  return JSON.stringify([table, column]);
}

/** In the order of the text; on the left are all tables since FROM. */
function openJoins(sql: string, side: Side): OpenJoin[] {
  const tokens = meaningfulTokens(sql);
  const names = tokens.map((token) =>
    token.kind === 'word' || token.kind === 'quoted' ? foldName(nameOf(sql, token)) : '',
  );
  const columnsOf = (table: string) =>
    side.columns(table).map((column) => ({ table, column: foldName(column) }));
  return names.flatMap((name, at) => {
    if (tokens[at]?.kind !== 'word' || (name !== 'natural' && name !== 'using')) return [];
    const tables = new Set(names.slice(names.lastIndexOf('from', at) + 1, at).filter((one) => one !== ''));
    const wanted =
      name === 'natural'
        ? columnsOf(names[names.indexOf('join', at) + 1] ?? '').map(({ column }) => column)
        : listed(
            names,
            tokens.map((token) => sql.slice(token.start, token.end)),
            at + 1,
          );
    const left = [...tables].flatMap(columnsOf);
    return [{ columns: left.filter(({ column }) => wanted.includes(column)) }];
  });
}

/** The names in the parentheses that open at `at`. */
function listed(names: readonly string[], texts: readonly string[], at: number): string[] {
  const close = texts.indexOf(')', at);
  return names.slice(at, close === -1 ? undefined : close).filter((name) => name !== '');
}
