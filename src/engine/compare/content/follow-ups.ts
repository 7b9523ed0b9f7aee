import type { TableChange } from '../../../facts/changes.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { TablePair } from '../lineage/pairing.ts';
import { withSamples } from './difference-samples.ts';
import type { Proven } from './proof.ts';
import { countDuplicates } from './sql/duplicate-rows.ts';
import { uniqueKey } from './sql/pairing-key.ts';
import { findPartlyFilled } from './sql/partly-filled.ts';

/**
 * Adds what else is measured of a table once its content was compared, in whatever way: how its rows were paired, rows
 * made twice, backfills that left some out, and samples where they are asked for.
 */
export function withFollowUps(
  context: ComparisonContext,
  pair: TablePair,
  { change: compared, newValues }: Proven,
): TableChange {
  const { connection } = context;
  const key = uniqueKey(pair);
  const change = { ...compared, ...(key && { pairedBy: key.map((column) => column.before.name) }) };
  // Rows on unchanged pages are unchanged, and a new column has its default in all of them.
  if (change.proof === 'pages') return change;
  // What cannot be read here, the comparison has noted already.
  const measured = attemptRead([], { check: 'content', table: change.table }, () => {
    const duplicates = countDuplicates(connection, pair, change);
    return { ...(duplicates && { duplicates }), ...findPartlyFilled(connection, pair, change, newValues) };
  });
  return withSamples(context, pair, { ...change, ...measured });
}
