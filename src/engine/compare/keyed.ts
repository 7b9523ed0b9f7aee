import { quoteName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Matches } from './matches.ts';
import type { ColumnPair, TablePair } from './pairing.ts';
import { bare, same } from './strict-sql.ts';

/**
 * Pairs rows by a key that is unique on both sides. The order of the join is pinned: *after* is scanned, *before* is
 * looked up through its key's own index. `b.key = +a.key` takes affinity and collation from that index alone, so that
 * SQLite can use it whatever became of the column; the exact condition behind it decides.
 */
export function matchByKey(connection: Connection, pair: TablePair, key: readonly ColumnPair[]): Matches {
  const conditions = key.flatMap(({ before, after }) => [
    `b.${quoteName(before.name)} = ${bare('a', after.name)}`,
    same({ before: bare('b', before.name), after: bare('a', after.name) }),
  ]);
  const from = `main.${quoteName(pair.after.name)} AS a CROSS JOIN old.${quoteName(pair.before.name)} AS b
    ON ${conditions.join(' AND ')}`;
  return {
    matched: connection.number(`SELECT count(*) FROM ${from}`),
    from,
    rows: from,
    values: ({ before, after }) => ({ before: bare('b', before.name), after: bare('a', after.name) }),
  };
}
