import type { TableChange } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { Pairing, TablePair } from '../lineage/pairing.ts';
import { withFollowUps } from './follow-ups.ts';
import type { Proof, Proven } from './proof.ts';
import { compareContent } from './sql/table-content.ts';

/** Modules whose content is the user's; others, such as fts5vocab or dbstat, only show what is elsewhere. */
const CONTENT_MODULES = new Set(['fts3', 'fts4', 'fts5', 'rtree', 'rtree_i32', 'geopoly']);

/** What happened to the content of each table: by the proof where there is one, else by SQL. */
export function compareTables(
  context: ComparisonContext,
  { pairs }: Pairing,
  { prove }: Proof,
): TableChange[] {
  return pairs
    .filter(({ after }) => holdsContent(after))
    .flatMap((pair) => {
      const proven = prove(pair) ?? bySql(context, pair);
      return proven === undefined ? [] : [withFollowUps(context, pair, proven)];
    });
}

function bySql({ connection, unchecked }: ComparisonContext, pair: TablePair): Proven | undefined {
  const change = compareContent(connection, pair, unchecked);
  return change && { change };
}

/**
 * An index over another table shows that table's rows, which are compared there. One without content has rowids at most,
 * and those of FTS4 cannot even be counted.
 */
function holdsContent({ kind, module = '', content }: Table): boolean {
  const own = content === undefined || (content === '' && module === 'fts5');
  return kind === 'table' || (CONTENT_MODULES.has(module) && own);
}
