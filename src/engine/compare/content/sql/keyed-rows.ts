import type { Column } from '../../../../facts/schema.ts';
import { quoteName } from '../../../../sql/quote.ts';
import { affinityOf } from '../../../sqlite/affinity.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import type { ColumnPair, TablePair } from '../../lineage/pairing.ts';
import type { Matches } from './row-matches.ts';
import { bare, same } from './strict-sql.ts';

/** Pairs rows by a key that is unique on both sides. */
export function matchByKey(connection: Connection, pair: TablePair, key: readonly ColumnPair[]): Matches {
  const from = pairsByKey(pair, key);
  return {
    matched: connection.number(`SELECT count(*) FROM ${from}`),
    from,
    values: ({ before, after }) => ({ before: bare('b', before.name), after: bare('a', after.name) }),
  };
}

/** FROM clause over all pairs of rows with the same key, every column of both tables at hand. */
export function pairsByKey({ before, after }: TablePair, key: readonly ColumnPair[]): string {
  return keyedPairs(`main.${quoteName(after.name)}`, `old.${quoteName(before.name)}`, key);
}

/** The condition on a row of *after*, as `a`, that no row of *before* has its key. */
export function isAdded({ before }: TablePair, key: readonly ColumnPair[]): string {
  return `NOT EXISTS (SELECT 1 FROM old.${quoteName(before.name)} AS b WHERE ${sameKey(key)})`;
}

/**
 * FROM clause over the pairs of two tables with equal keys, aliases `a` (after) and `b` (before). The order of the join
 * is pinned: *after* is scanned, *before* is looked up through its key's own index. `b.key = +a.key` takes affinity and
 * collation from that index alone, so that SQLite can use it whatever became of the column; the exact condition behind
 * it decides.
 */
export function keyedPairs(after: string, before: string, key: readonly ColumnPair[]): string {
  return `${after} AS a CROSS JOIN ${before} AS b ON ${sameKey(key)}`;
}

function sameKey(key: readonly ColumnPair[]): string {
  const conditions = key.flatMap((column) => {
    const now = asOther(bare('a', column.after.name), column.after, column.before);
    return [
      `b.${quoteName(column.before.name)} = ${now}`,
      same({ before: bare('b', column.before.name), after: now }),
    ];
  });
  return conditions.join(' AND ');
}

/** The condition on a row of *before*, as `b`, that no row of *after* has its key. */
export function isGone({ after }: TablePair, key: readonly ColumnPair[]): string {
  const conditions = key.flatMap((column) => {
    const then = asOther(bare('b', column.before.name), column.before, column.after);
    return [
      `a.${quoteName(column.after.name)} = ${then}`,
      same({ before: then, after: bare('a', column.after.name) }),
    ];
  });
  return `NOT EXISTS (SELECT 1 FROM main.${quoteName(after.name)} AS a WHERE ${conditions.join(' AND ')})`;
}

/** A key may change between number and text, as from 7 to '7': it is the same key then, and its column has other values. */
export function changesClass({ before, after }: ColumnPair): boolean {
  return classChange(before, after) !== undefined;
}

/** A value of one side as the other one would hold it; a text that is no number written as such stays what it is. */
function asOther(value: string, from: Column, to: Column): string {
  switch (classChange(from, to)) {
    case 'to text':
      return `CASE WHEN typeof(${value}) = 'integer' THEN CAST(${value} AS TEXT) ELSE ${value} END`;
    case 'to number':
      return `CASE WHEN typeof(${value}) = 'text' AND CAST(CAST(${value} AS INTEGER) AS TEXT) = ${value} COLLATE BINARY
        THEN CAST(${value} AS INTEGER) ELSE ${value} END`;
    default:
      return value;
  }
}

function classChange(from: Column, to: Column): 'to text' | 'to number' | undefined {
  const [then, now] = [affinityOf(from.type, false), affinityOf(to.type, false)];
  if (then === 'INTEGER' && now === 'TEXT') return 'to text';
  return then === 'TEXT' && now === 'INTEGER' ? 'to number' : undefined;
}
