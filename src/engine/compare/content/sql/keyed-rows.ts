import { quoteName } from '../../../../sql/quote.ts';
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
  const conditions = key.flatMap(({ before, after }) => [
    `b.${quoteName(before.name)} = ${bare('a', after.name)}`,
    same({ before: bare('b', before.name), after: bare('a', after.name) }),
  ]);
  return conditions.join(' AND ');
}
