import type { DatabaseFacts } from '../../facts/database.ts';
import type { MadeAndLost } from '../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { nameBefore, placeOf, wasRehearsed } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'made-and-lost',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'What the migration made is gone again',
  why: 'A later rebuild of the table was written without it, as where two branches change one table: nothing that was there before is lost, and what the first of them was for is not there.',
  remedy:
    'Take it over in the rebuild: columns and values in the new table and its INSERT, indexes and triggers made again after the rename. If it is to go, drop it by name.',
  check(facts) {
    if (!wasRehearsed(facts)) return [];
    const found = (facts.rehearsal.madeAndLost ?? []).filter((one) => isNews(facts, one));
    return found.map((one) => {
      const statement = facts.rehearsal.statements[one.statement];
      return {
        ...told(one),
        ...(one.count !== undefined && { count: one.count }),
        ...placeOf(facts, statement === undefined ? [] : [statement]),
      };
    });
  },
};

/** Rows of a table that had some before are told by `rows-lost`. */
function isNews(facts: DatabaseFacts, { kind, table }: MadeAndLost): boolean {
  const former = nameBefore(facts, table);
  const before = facts.before?.tables.find((one) => sameName(one.table, former));
  return kind !== 'rows' || (before?.rows ?? 0) === 0;
}

function told({ kind, name, table, count = 0 }: MadeAndLost): RawFinding {
  const rebuilt = `the rebuild that drops ${table}`;
  switch (kind) {
    case 'column':
      return {
        message: `${table}.${name}: the column that the migration itself made is gone again: ${rebuilt} does not take it over.`,
        table,
        columns: [name],
      };
    case 'values':
      return {
        message: `${table}.${name}: ${counted(count, 'value')} that the migration itself wrote ${count === 1 ? 'is' : 'are'} gone again: ${rebuilt} does not copy the column.`,
        table,
        columns: [name],
      };
    case 'rows':
      return {
        message: `${table}: ${counted(count, 'row')} that the migration itself made ${count === 1 ? 'is' : 'are'} gone again: ${rebuilt} copies none.`,
        table,
      };
    default:
      return {
        message: `${name}: the ${kind} that the migration itself made on ${table} is gone again: ${rebuilt} does not make it again.`,
        table,
        object: name,
      };
  }
}
