import type { Violation } from '../../../facts/rehearsal/rehearsal.ts';
import { counted } from '../../../text/numbers.ts';
import type { RawFinding } from '../../rule.ts';
import { samplesOf } from '../view.ts';
import { list } from '../words.ts';

/** Which rows break the constraint that a statement stopped at, and where the query lists them; or nothing. */
export function violationWords(violation: Violation | undefined): string {
  if (violation === undefined) return '';
  const where =
    violation.runsIn === 'before'
      ? 'the query lists them in the snapshot'
      : 'the query lists them in the database as it is at this statement';
  return ` ${rowsWords(violation)}; ${where}.`;
}

function rowsWords({ constraint, table, columns, parent = '', refers, rows }: Violation): string {
  const place = columns.length === 0 ? table : `${table}(${list(columns)})`;
  switch (constraint) {
    case 'UNIQUE':
      return `${counted(rows, 'row holds', 'rows hold')} in ${place} what another one holds`;
    case 'NOT NULL':
      return `${counted(rows, 'row has', 'rows have')} no value for ${place}`;
    case 'CHECK':
      return `${counted(rows, 'row breaks', 'rows break')} it`;
    case 'FOREIGN KEY':
      return refers
        ? `${counted(rows, 'row', 'rows')} of ${place} ${rows === 1 ? 'refers' : 'refer'} to what is to go from ${parent}`
        : `${counted(rows, 'row', 'rows')} of ${place} ${rows === 1 ? 'has' : 'have'} no parent in ${parent}`;
    case 'datatype':
      return `${counted(rows, 'row holds', 'rows hold')} in ${place} what its type does not take`;
  }
}

export function subjectOf(violation: Violation | undefined): Partial<RawFinding> {
  if (violation === undefined) return {};
  const { table, columns, rows, query, samples } = violation;
  return {
    table,
    ...(columns.length > 0 && { columns }),
    count: rows,
    query: `${query};`,
    ...samplesOf(samples),
  };
}
