import type { DatabaseFacts } from '../../facts/database.ts';
import { type Leftover, leftovers } from '../kit/failures/interrupted-rebuilds.ts';
import { sentence } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-unfinished',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'An earlier migration seems not to have ended',
  why: 'A mark, a lock or a working table that an interrupted migration left stops the next one, or sends it another way.',
  remedy: 'Find out what that migration has done, and clear what it left.',
  check: (facts) => [...marks(facts), ...leftovers(facts).map((leftover) => working(leftover, facts))],
};

/** Where a plan was made, its own layout has judged its account; a tool that migrated well was not stopped by it. */
function marks({ unfinished = [], plan, command, rehearsal }: DatabaseFacts): RawFinding[] {
  if (plan !== undefined || (command !== undefined && rehearsal.outcome === 'done')) return [];
  return unfinished.map(({ sentence: said, remedy, table }) => ({ message: sentence(said), remedy, table }));
}

function working({ table, original, tool }: Leftover, { before }: DatabaseFacts): RawFinding {
  const rows = before?.tables.find((counted) => counted.table === table)?.rows;
  const whose = tool === undefined ? 'as a rebuild names its new table' : `as ${tool} names it in a rebuild`;
  const beside =
    original === undefined ? ', and the table that it was to become is gone' : ` beside ${original}`;
  return {
    message: `${table} stands there${beside}, ${whose}.`,
    remedy:
      original === undefined
        ? `Its rows may be all that is left of the table: look at them before anything else, and rename it if they are.`
        : `If a rebuild of ${original} was interrupted, compare the two, and drop ${table} in production: the next rebuild stops at it.`,
    table,
    ...(rows !== undefined && { count: rows }),
  };
}
