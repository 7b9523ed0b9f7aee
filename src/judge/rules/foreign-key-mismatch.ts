import type { ForeignKeyMismatch } from '../../facts/health.ts';
import { counted } from '../../text/numbers.ts';
import { sameKey } from '../kit/orphan-keys.ts';
import { placeOfMismatch } from '../kit/places/places.ts';
import { selectReferring } from '../kit/selects.ts';
import { judgedSides, wasRehearsed } from '../kit/view.ts';
import { list } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

const CAUSES: Record<ForeignKeyMismatch['cause'], string> = {
  'no-parent-table': 'that table does not exist',
  'no-parent-column': 'a column of it does not exist',
  'parent-not-unique': 'those columns are not UNIQUE or the primary key there',
};

export const rule: Rule = {
  id: 'foreign-key-mismatch',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A foreign key that SQLite cannot enforce',
  why: 'With foreign keys on, every write to the child fails; with foreign keys off, nothing guards its rows.',
  remedy: 'Let the foreign key point to a primary key or a UNIQUE column of an existing table.',
  check(facts) {
    const { now, earlier } = judgedSides(facts);
    const mismatches = (now?.mismatches ?? []).map((mismatch) => {
      const { table, columns, parent, parentColumns, rows, cause } = mismatch;
      const known = earlier?.mismatches.some(
        (before) => before.cause === cause && sameKey(facts, before, mismatch),
      );
      const target = parentColumns.length === 0 ? parent : `${parent}(${list(parentColumns)})`;
      return {
        ...(known && { severity: 'notice' as const }),
        message: `${table}(${list(columns)}) refers to ${target}, but ${CAUSES[cause]}; ${counted(rows, 'row is', 'rows are')} concerned${known ? ', as before' : ''}.`,
        table,
        columns,
        count: rows,
        ...(rows > 0 && { query: selectReferring(mismatch) }),
        ...(!known && wasRehearsed(facts) && placeOfMismatch(facts, mismatch)),
      };
    });
    const repaired = (earlier?.mismatches ?? []).filter(
      (before) => !now?.mismatches.some((after) => sameKey(facts, before, after)),
    );
    return [
      ...mismatches,
      ...repaired.map(({ table, columns, parent }) => ({
        severity: 'notice' as const,
        message: `${table}(${list(columns)}): the foreign key to ${parent} could not be enforced before: repaired here.`,
        table,
        columns,
      })),
    ];
  },
};
