import { placeOfObject } from '../kit/causes.ts';
import { namedStatement, objectChanges } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'search-index-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'A search index works otherwise now',
  why: 'The same words find other rows, in another order, or can no longer be searched for. An index that is made again has only the options that its new CREATE repeats.',
  remedy:
    'Repeat the options in the new CREATE VIRTUAL TABLE, and configure the rank again; if they are to change, allow it with a reason.',
  check(facts) {
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
  },
};
