import type { TableChange } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { byName } from '../../../sql/by-name.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { tableChanges, wasRehearsed } from '../view.ts';

/** What one statement of the migration made and a later one took, as a side effect. */
export interface NetLoss {
  /** Names in *after*. */
  table: string;
  /** Where values were taken and the rows stayed. */
  column?: string;
  rows: number;
  /** The statements that took them. */
  statements: StatementFacts[];
}

/**
 * Only of tables that are still there, and without what the comparison tells of the same table or column: it says where.
 * What came back since then is not lost.
 */
export function transientLosses(facts: DatabaseFacts): NetLoss[] {
  const { rehearsal } = facts;
  if (!wasRehearsed(facts)) return [];
  const losses = Map.groupBy(rehearsal.transientLosses ?? [], ({ table, column = '' }) =>
    JSON.stringify([foldName(table), foldName(column)]),
  );
  return [...losses.values()].flatMap((group) => {
    const [{ table, column, now } = { table: '', now: 0 }] = group;
    const taken = group.reduce((sum, { rows }) => sum + rows, 0);
    const missing = Math.max(...group.map(({ of }) => of)) - now;
    const rows = Math.min(taken, missing) - toldOf(facts, table, column);
    const statements = group.flatMap(({ statement }) => rehearsal.statements[statement] ?? []);
    return rows > 0 ? [{ table, ...(column !== undefined && { column }), rows, statements }] : [];
  });
}

const changesOf = byName(({ table }: TableChange) => table);

/** What the comparison counts there; where it tells of any row, all of them are its to tell. */
function toldOf(facts: DatabaseFacts, table: string, column: string | undefined): number {
  const [change] = changesOf(tableChanges(facts), table);
  if (change === undefined) return 0;
  if (column === undefined) return change.removed > 0 ? Number.POSITIVE_INFINITY : 0;
  const values = change.columns.find((one) => sameName(one.column, column));
  return values === undefined ? 0 : values.nulled + values.changed + values.retyped;
}
