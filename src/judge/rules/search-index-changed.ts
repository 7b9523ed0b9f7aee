import type { DatabaseFacts } from '../../facts/database.ts';
import { placeOfObject } from '../kit/causes.ts';
import { namedStatement, objectChanges } from '../kit/view.ts';
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
  check: (facts) => [...otherOptions(facts)],
};

/** Indexes that are made in another way: what is made again has only the options that its new CREATE repeats. */
function otherOptions(facts: DatabaseFacts): RawFinding[] {
  const changed = objectChanges(facts).filter(({ kind }) => kind === 'search-index');
  return changed.map((object) => {
    const { name, detail = '', effect } = object;
    const made = namedStatement(facts, 'create', 'table', name);
    return {
      ...(effect === 'kept' && { severity: 'notice' as const }),
      message: `${name}: ${detail}.`,
      remedy:
        'Repeat the options in the new CREATE VIRTUAL TABLE, and configure the rank again; if they are to change, allow it with a reason.',
      table: name,
      object: name,
      ...placeOfObject(facts, object, made === undefined ? [] : [made]),
    };
  });
}
