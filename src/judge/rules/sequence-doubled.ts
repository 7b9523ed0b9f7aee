import type { Sequence, SurplusMarks } from '../../facts/health.ts';
import { byName } from '../../sql/by-name.ts';
import { counted } from '../../text/numbers.ts';
import { judgedSides, nameBefore, placeOf, writingStatements } from '../kit/view.ts';
import { list } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

const sequencesOf = byName(({ table }: Sequence) => table);

export const rule: Rule = {
  id: 'sequence-doubled',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'sqlite_sequence has a row that SQLite does not read',
  why: 'SQLite takes the first row of the very name as the highest id that AUTOINCREMENT gave. What another row says has no effect, so ids of deleted rows can be given again.',
  remedy:
    'UPDATE the row that the copy has made itself instead of adding one, under the name in the spelling of CREATE TABLE; delete the others.',
  check(facts) {
    const { now, earlier } = judgedSides(facts);
    return (now?.sequences ?? []).flatMap(({ table, surplus }) => {
      if (surplus === undefined) return [];
      const [former] = sequencesOf(earlier?.sequences, nameBefore(facts, table));
      const known = former?.surplus !== undefined;
      return [
        {
          ...(known && { severity: 'notice' as const }),
          message: `${table}: sqlite_sequence has ${textOf(surplus)}${known ? ', as before' : ''}.`,
          table,
          ...(!known &&
            earlier !== undefined &&
            placeOf(facts, writingStatements(facts, 'sqlite_sequence', ['insert', 'upsert', 'update']))),
        },
      ];
    });
  },
};

function textOf({ doubled, otherCase }: SurplusMarks): string {
  return list([
    ...(doubled > 0 ? [`${counted(doubled, 'row')} of that name behind the one that SQLite reads`] : []),
    ...(otherCase > 0
      ? [`${counted(otherCase, 'row')} of that name in another case of letters, which SQLite does not read`]
      : []),
  ]);
}
