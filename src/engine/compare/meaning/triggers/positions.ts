import { foldName } from '../../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../../sql/tokens.ts';
import type { Renamer } from '../../lineage/renamer.ts';
import type { Side, Sides } from '../sides.ts';
import type { TriggerPair } from './read-triggers.ts';
import { readWrite, type Write } from './writes.ts';

/**
 * The table that an INSERT without a list of columns, or from a `*`, fills otherwise than before. Both sides may have got
 * another order alike.
 */
export function movedPositions(sides: Sides, { before, after }: TriggerPair): string | undefined {
  const former = before.parts.statements.map(readWrite);
  const current = after.parts.statements.map(readWrite);
  const moved = current.find((now, at) => {
    const then = former[at];
    if (now?.verb !== 'insert' || then?.verb !== 'insert') return false;
    const sources = new Map(fillings(sides.after, now, undefined));
    return fillings(sides.before, then, sides.rename).some(([column, source]) => {
      const known = sources.get(column);
      return known !== undefined && known !== source;
    });
  });
  return moved?.table;
}

/** Of each column that the statement fills, folded, from what; under the names that `rename` gives. */
function fillings(side: Side, write: Write, rename: Renamer | undefined): [string, string][] {
  const { table, values, positional } = write;
  const called = (owner: string, column: string) => foldName(rename?.column(owner, column) ?? column);
  const expressions = [...values.values()];
  const star = expressions.length === 1 && expressions[0] === '*' ? starColumns(side, write) : undefined;
  if (!positional && star === undefined) return [];
  const filled = positional ? side.filled(table) : [...values.keys()];
  const sources =
    star?.map(({ owner, column }) => called(owner, column)) ?? expressions.map((_, at) => `#${at}`);
  return filled.slice(0, sources.length).map((column, at) => [called(table, column), sources[at] ?? '']);
}

/** What `SELECT * FROM table` gives; nothing is told of several tables. */
function starColumns(side: Side, { where }: Write): { owner: string; column: string }[] | undefined {
  const [word, table, next] = meaningfulTokens(where);
  const text = (token = word) => (token === undefined ? '' : foldName(nameOf(where, token)));
  if (text() !== 'from' || table === undefined || (next !== undefined && text(next) !== 'where'))
    return undefined;
  return side.columns(text(table)).map((column) => ({ owner: text(table), column }));
}
