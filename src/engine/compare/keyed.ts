import { quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Matches } from './matches.ts';
import type { ColumnPair, TablePair } from './pairing.ts';
import { bare, same } from './strict-sql.ts';

/** Pairs rows by a key that is unique on both sides. */
export function matchByKey(connection: Connection, pair: TablePair, key: readonly ColumnPair[]): Matches {
  const former = `old.${quoteName(pair.before.name)}`;
  const from = keyedPairs(`main.${quoteName(pair.after.name)}`, former, key);
  return {
    matched: connection.number(`SELECT count(*) FROM ${from}`),
    from,
    rows: from,
    isAdded: `NOT EXISTS (SELECT 1 FROM ${former} AS b WHERE ${sameKey(key)})`,
    values: ({ before, after }) => ({ before: bare('b', before.name), after: bare('a', after.name) }),
  };
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
