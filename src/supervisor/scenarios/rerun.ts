import type { RerunFacts } from '../../facts/rehearsal/scenarios.ts';
import { type ScenarioContext, stopOf } from './scenario-context.ts';
import { differencesOf, isNone } from './state-differences.ts';

/** The tool is started once more on the migrated database. */
export async function rehearseRerun(context: ScenarioContext): Promise<RerunFacts> {
  const plan = await context.planFor(context.after);
  if ('refused' in plan) return { outcome: 'refused', stop: plan.refused };
  if (plan.pending.length === 0) return { outcome: 'nothing-pending' };
  const database = await context.copy(context.after);
  const rehearsal = await context.rehearse(database, context.after, plan);
  const stop = stopOf(rehearsal);
  const { changes } = await context.task('compare', { before: context.after, after: database, executed: [] });
  const differences = differencesOf(changes, plan.bookkeeping);
  if (stop !== undefined) return { outcome: 'fails', stop, differences };
  return isNone(differences) ? { outcome: 'same' } : { outcome: 'differs', differences };
}
