import type { ColumnChange, ContentCause } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { counted, whole } from '../../text/numbers.ts';
import type { RawFinding } from '../rule.ts';
import { withCascade } from './cascade.ts';
import { placeOfContent } from './causes.ts';
import { selectDiffering, withQuery } from './selects.ts';
import { samplesOf, tableChanges, writingStatements } from './view.ts';

/** One finding for each table in which values differ in this way, naming every column concerned. */
export function valueFindings(
  facts: DatabaseFacts,
  kind: 'nulled' | 'retyped' | 'changed' | 'jsonBroken',
  describe: (values: string) => string,
  isConcerned: (table: string, column: string) => boolean = () => true,
): RawFinding[] {
  return tableChanges(facts).flatMap((change) => {
    const { table, columns, samples } = change;
    const countOf = (column: ColumnChange) =>
      column[kind] && isConcerned(table, column.column) ? column[kind] : 0;
    const concerned = columns.filter((column) => countOf(column) > 0);
    if (concerned.length === 0) return [];
    const names = concerned.map(({ column }) => column);
    const total = concerned.reduce((sum, column) => sum + countOf(column), 0);
    const detail = concerned.map((column: ColumnChange) => `${column.column} (${whole(countOf(column))})`);
    // Broken JSON is among the changed values, and so are its samples.
    const isMeant = ({ what }: ContentCause) => what === (kind === 'jsonBroken' ? 'changed' : kind);
    const finding = {
      message: `${table}: ${describe(counted(total, 'value'))}: ${detail.join(', ')}.`,
      table,
      columns: names,
      count: total,
      ...(kind !== 'jsonBroken' && samplesOf(samples?.[kind])),
      ...withQuery(selectDiffering(facts, change, kind, names)),
      ...placeOfContent(facts, table, isMeant, writingStatements(facts, table, ['update', 'upsert'])),
    };
    return [withCascade(facts, finding, isMeant)];
  });
}
