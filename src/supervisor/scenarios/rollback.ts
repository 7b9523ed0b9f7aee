import type { RollbackFacts } from '../../facts/scenarios.ts';
import { type Stage, stopOf } from './stage.ts';
import { differencesOf } from './state-differences.ts';

/** Rollback: by the down migrations where all have one, and by the backup. `migrated`: the plan came to its end. */
export async function rehearseRollback(stage: Stage, migrated: boolean): Promise<RollbackFacts> {
  const down = migrated ? await goDown(stage) : undefined;
  const target = await stage.copy(stage.after, 'restored.db');
  const backup = await stage.task('restore', { backup: stage.before, target });
  return { ...(down && { down }), backup };
}

async function goDown(stage: Stage): Promise<RollbackFacts['down']> {
  const { rollback, ...plan } = stage.plan;
  if (rollback === undefined) return undefined;
  const database = await stage.copy(stage.after);
  const rehearsal = await stage.rehearse(database, stage.after, { ...plan, steps: rollback });
  const stop = stopOf(rehearsal);
  const { changes } = await stage.task('compare', { before: stage.before, after: database, executed: [] });
  const differences = differencesOf(changes, plan.bookkeeping);
  return { outcome: stop === undefined ? 'done' : 'failed', ...(stop && { stop }), differences };
}
