import type { ContentCause } from '../../facts/changes.ts';
import { counted } from '../../text/numbers.ts';
import { introducedOrphans, keyWords } from '../kit/orphan-keys.ts';
import { contentStatements } from '../kit/places/causes.ts';
import { selectOrphans } from '../kit/selects.ts';
import { judgedSides, placeOf, samplesOf, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'orphans-introduced',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'The migration leaves rows without a parent',
  why: 'Before it these rows had a parent, or did not exist; now joins lose them.',
  remedy:
    'Delete or move the children before their parents, or run the migration with foreign keys enforced.',
  check(facts) {
    if (!wasRehearsed(facts)) return [];
    return (judgedSides(facts).now?.orphans ?? []).flatMap((orphans) => {
      const { table, columns, parent, parentColumns, rows, samples } = orphans;
      const introduced = introducedOrphans(facts, orphans);
      if (introduced === 0) return [];
      const found = [
        ...contentStatements(facts, parent, ({ what, column }) => takesKey(what, column, parentColumns)),
        ...contentStatements(facts, table, ({ what, column }) => bringsKey(what, column, columns)),
      ];
      const named = [
        ...writingStatements(facts, parent, ['delete', 'update']),
        ...writingStatements(facts, table, ['insert', 'update', 'upsert']),
      ];
      return [
        {
          message: `${keyWords(orphans)}: ${counted(introduced, 'row lost its parent', 'rows lost their parent')} in ${parent}, or came without one.`,
          table,
          columns,
          count: introduced,
          // Among older orphans it is not known which are new.
          ...samplesOf(introduced === rows ? samples : undefined),
          query: selectOrphans(orphans),
          ...placeOf(facts, found.length > 0 ? [...new Set(found)] : named),
        },
      ];
    });
  },
};

function takesKey(what: ContentCause['what'], column: string | undefined, key: readonly string[]): boolean {
  return what === 'removed' || (column !== undefined && key.includes(column));
}

function bringsKey(what: ContentCause['what'], column: string | undefined, key: readonly string[]): boolean {
  return what === 'added' || (column !== undefined && key.includes(column));
}
