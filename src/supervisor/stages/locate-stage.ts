import type { ChangeFacts } from '../../facts/changes.ts';
import type { Plan } from '../../facts/plan.ts';
import type { RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { FactsPart } from '../facts-part.ts';
import type { DatabaseCopies } from './inspect-stage.ts';
import { budgetFor, type StageContext } from './stage-context.ts';

interface Compared {
  plan?: Plan;
  rehearsal: RehearsalFacts;
  ms: number;
  changes?: ChangeFacts;
}

/**
 * Traces what differs to its statements. A run is complete without it: what goes wrong here costs places in the reports,
 * and is no incident.
 */
export async function locate(
  { request: { folder }, pool, limits }: StageContext,
  { before, after }: DatabaseCopies,
  { plan, rehearsal, ms, changes }: Compared,
): Promise<FactsPart<{ changes?: ChangeFacts }>> {
  const { statements, driver, outcome } = rehearsal;
  if (plan === undefined || outcome !== 'done' || changes === undefined || !hasCauses(changes)) {
    return { facts: {} };
  }
  const request = {
    ...{ before, after, folder, plan, statements, changes },
    budgetMs: budgetFor(ms),
    ...(driver && { driver }),
  };
  const located = await pool.run('locate', request, limits);
  if (!located.ok) return { facts: {} };
  return {
    facts: { changes: { ...changes, causes: located.result.causes } },
    timings: { locate: located.ms },
  };
}

/** Whether anything differs that a statement may have done by mistake. What was only added is meant. */
function hasCauses({ tables, objects }: ChangeFacts): boolean {
  return (
    tables.some(({ added, removed, changed }) => added + removed + changed > 0) ||
    objects.some(({ change }) => change === 'removed' || change === 'changed')
  );
}
