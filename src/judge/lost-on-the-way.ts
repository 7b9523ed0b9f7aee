import type { DatabaseFacts } from '../facts/database.ts';
import type { LostOnTheWay, StepFacts } from '../facts/rehearsal.ts';
import { sameName } from '../sql/quote.ts';
import { tableChanges, wasRehearsed } from './view.ts';

/** Rows of a table that one statement of the migration made and a later one took, as a side effect. */
interface LostRows {
  /** Name in *after*. */
  table: string;
  rows: number;
  /** The statements that took them. */
  steps: StepFacts[];
}

/**
 * Only tables that are still there and have none of their older rows removed: those are the comparison's to tell, and
 * say where. What came back since then is not lost.
 */
export function lostOnTheWay(facts: DatabaseFacts): LostRows[] {
  const { rehearsal, after } = facts;
  if (!wasRehearsed(facts)) return [];
  const byTable = Map.groupBy(rehearsal.lostOnTheWay ?? [], (loss) => nameNow(rehearsal.steps, loss));
  return [...byTable].flatMap(([table, losses]) => {
    const now = after?.tables.find((one) => sameName(one.table, table))?.rows;
    const removed = tableChanges(facts).some((change) => sameName(change.table, table) && change.removed > 0);
    if (now === undefined || removed) return [];
    const taken = losses.reduce((sum, { rows }) => sum + rows, 0);
    const missing = Math.max(...losses.map(({ of }) => of)) - now;
    const steps = losses.flatMap(({ step }) => rehearsal.steps[step] ?? []);
    const rows = Math.min(taken, missing);
    return rows > 0 ? [{ table, rows, steps }] : [];
  });
}

/** Follows the table through the renames that came after the loss. */
function nameNow(steps: readonly StepFacts[], { table, step }: LostOnTheWay): string {
  const later = steps.slice(step + 1).flatMap(({ names, rolledBack }) => (rolledBack ? [] : names));
  return later.reduce(
    (name, named) => (named.verb === 'rename-table' && sameName(named.name, name) ? named.to : name),
    table,
  );
}
