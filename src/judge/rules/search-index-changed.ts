import type { DatabaseFacts } from '../../facts/database.ts';
import { counted, whole } from '../../text/numbers.ts';
import { placeOf, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'search-index-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A search index finds something else',
  why: 'Searches still work, and their hits are other ones than before.',
  remedy: 'Make the index again as it was.',
  check: renumbered,
};

/** Indexes whose rowids now mean other rows. */
function renumbered(facts: DatabaseFacts): RawFinding[] {
  const indexes = wasRehearsed(facts) ? (facts.changes?.meaning?.indexes ?? []) : [];
  return indexes.map(({ table, documents, moved }) => ({
    message: `${table}: ${counted(moved, 'document')} of ${whole(documents)} ${moved === 1 ? 'has' : 'have'} another rowid, so that hits lead to other rows.`,
    remedy: `Fill the index with the rowids of its rows: INSERT INTO ${table} (rowid, …) SELECT id, ….`,
    table,
    object: table,
    count: moved,
    ...placeOf(facts, writingStatements(facts, table, ['insert', 'upsert']).slice(-1)),
  }));
}
