import type { RerunFacts } from '../../facts/scenarios.ts';
import { type Stage, stopOf } from './stage.ts';
import { differencesOf, isNone } from './state-differences.ts';

/** The tool is started once more on the migrated database. */
export async function rehearseRerun(stage: Stage): Promise<RerunFacts> {
  const plan = await stage.planFor(stage.after);
  if ('refused' in plan) return { outcome: 'refused', stop: plan.refused };
  if (plan.pending.length === 0) return { outcome: 'nothing-pending' };
  const database = await stage.copy(stage.after);
  const rehearsal = await stage.rehearse(database, stage.after, plan);
  const stop = stopOf(rehearsal);
  const { changes } = await stage.task('compare', { before: stage.after, after: database, executed: [] });
  const differences = differencesOf(changes, plan.bookkeeping);
  if (stop !== undefined) return { outcome: 'fails', stop, differences };
  return isNone(differences) ? { outcome: 'same' } : { outcome: 'differs', differences };
}
