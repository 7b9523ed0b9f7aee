import { isHealthCheck } from '../../facts/database.ts';
import type { RequiredColumn } from '../../facts/health.ts';
import { byName } from '../../sql/by-name.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { isKnownColumn } from '../checks/known-names.ts';
import { selectNulls } from '../kit/selects.ts';
import { judgedSides, samplesOf, wasRehearsed } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

const columnsOf = byName(({ table }: RequiredColumn) => table);

export const rule: Rule = {
  id: 'required-null',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A required column holds NULL',
  why: 'The settings say that every row has a value there; code that relies on it will fail on these rows.',
  remedy: 'Let the migration fill the column for every row.',
  check(facts, { checks }) {
    // After a migration that failed, the NULLs it was to fill are its failure's consequence, not one more cause.
    if (!isHealthCheck(facts) && !wasRehearsed(facts)) return [];
    const { now } = judgedSides(facts);
    if (now === undefined) return [];
    // A column that never existed is a mistake of the settings.
    const known = checks.required.filter(({ table, column }) => isKnownColumn(facts, table, column));
    return known.flatMap(({ table, column }) => {
      const measured = columnsOf(now.required, table).find((entry) => sameName(entry.column, column));
      const subject = { table: measured?.table ?? table, columns: [measured?.column ?? column] };
      if (measured === undefined) {
        const unread = now.unchecked.some(
          (note) => note.check === 'required' && sameName(note.table ?? '', table),
        );
        return unread
          ? []
          : [{ ...subject, message: `${table}.${column} is required, but there is no such column.` }];
      }
      if (measured.nulls === 0) return [];
      return [
        {
          ...subject,
          message: `${measured.table}.${measured.column} is NULL in ${counted(measured.nulls, 'row')}.`,
          count: measured.nulls,
          ...samplesOf(measured.samples),
          query: selectNulls(measured.table, measured.column),
        },
      ];
    });
  },
};
