import { counted } from '../../text/numbers.ts';
import { isMoved, partlyMoved } from '../kit/content/moves.ts';
import { placeOfContent } from '../kit/places/causes.ts';
import { selectRemoved, withQuery } from '../kit/selects.ts';
import { samplesOf, tableChanges, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'rows-replaced',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'Rows are replaced by others',
  why: 'The row count holds or grows, but keys that were there are gone: whatever refers to them now meets nothing, or another row.',
  remedy: 'Keep the keys; if this is meant, allow it with a reason, in the config or the migration.',
  check(facts) {
    return tableChanges(facts).flatMap((change) => {
      const { table, added, removed, samples } = change;
      if (removed === 0 || added < removed || isMoved(facts, 'rows', table)) return [];
      return [
        {
          message: `${table}: ${counted(removed, 'key is', 'keys are')} gone and ${counted(added, 'other came', 'others came')}.${partlyMoved(facts, 'rows', table)}`,
          table,
          count: removed,
          ...samplesOf(samples?.removed),
          ...withQuery(selectRemoved(facts, change)),
          ...placeOfContent(
            facts,
            table,
            ({ what }) => what === 'removed',
            writingStatements(facts, table, ['delete', 'upsert', 'update']),
          ),
        },
      ];
    });
  },
};
