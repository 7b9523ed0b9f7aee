import type { DatabaseFacts } from '../../facts/database.ts';
import { counted, whole } from '../../text/numbers.ts';
import { placeOfObject } from '../kit/places/causes.ts';
import { namedStatement, objectChanges, placeOf, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'search-index-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A search index finds something else',
  why: 'The same words find other rows, in another order, or can no longer be searched for. An index that is made again has only the options that its new CREATE repeats, and only the rowids that it is filled with.',
  remedy:
    'Repeat the options in the new CREATE VIRTUAL TABLE, and configure the rank again; if they are to change, allow it with a reason.',
  check: (facts) => [...otherOptions(facts), ...renumbered(facts)],
};

function otherOptions(facts: DatabaseFacts): RawFinding[] {
  const changed = objectChanges(facts).filter(({ kind }) => kind === 'search-index');
  return changed.map((object) => {
    const { name, detail = '', effect } = object;
    const made = namedStatement(facts, 'create', 'table', name);
    return {
      ...(effect === 'kept' && { severity: 'notice' as const }),
      message: `${name}: ${detail}.`,
      table: name,
      object: name,
      ...placeOfObject(facts, object, made === undefined ? [] : [made]),
    };
  });
}

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
