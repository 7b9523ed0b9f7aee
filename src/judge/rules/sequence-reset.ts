import type { Sequence } from '../../facts/health.ts';
import { byName } from '../../sql/by-name.ts';
import { placeOfSequence } from '../kit/places/places.ts';
import { nameAfter, placeOf, tablesNamed, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

const sequencesOf = byName(({ table }: Sequence) => table);

export const rule: Rule = {
  id: 'sequence-reset',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'An AUTOINCREMENT table can give ids a second time',
  why: 'AUTOINCREMENT promises that the id of a deleted row never comes back. Whatever still refers to that id (logs, links, other systems) would meet another row.',
  remedy:
    'Repeat AUTOINCREMENT in the new table, and carry its number in sqlite_sequence over from the old one.',
  check(facts) {
    const { before, after } = facts;
    if (!wasRehearsed(facts) || before === undefined || after === undefined) return [];
    return before.sequences.flatMap(({ table: former, seq }) => {
      const table = nameAfter(facts, former);
      // A key that is no number, and a table that is gone, give no ids.
      const givesIds = tablesNamed(after.schema.tables, table)[0]?.rowidAlias !== undefined;
      const [now] = sequencesOf(after.sequences, table);
      // A mark of 0 promised nothing.
      if (!givesIds || seq <= (now?.seq ?? 0)) return [];
      return [
        {
          message: `${table}: the highest id that was ever given is ${now === undefined ? 'not known any more' : 'lower than before'}.`,
          table,
          // A second row hides that the copy has made a lower mark.
          ...(now?.surplus === undefined
            ? placeOfSequence(facts, former)
            : placeOf(facts, writingStatements(facts, 'sqlite_sequence', ['insert']))),
        },
      ];
    });
  },
};
