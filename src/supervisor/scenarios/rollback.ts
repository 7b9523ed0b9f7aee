import type { RollbackFacts } from '../../facts/rehearsal/scenarios.ts';
import { type ScenarioContext, stopOf } from './scenario-context.ts';
import { differencesOf } from './state-differences.ts';

/** Rollback: by the down migrations where all have one, and by the backup. `migrated`: the plan came to its end. */
export async function rehearseRollback(context: ScenarioContext, migrated: boolean): Promise<RollbackFacts> {
  const down = migrated ? await goDown(context) : undefined;
  const target = await context.copy(context.after, 'restored.db');
  const backup = await context.task('restore', { backup: context.before, target });
  return { ...(down && { down }), backup };
}

async function goDown(context: ScenarioContext): Promise<RollbackFacts['down']> {
  const { rollback, ...plan } = context.plan;
  if (rollback === undefined) return undefined;
  const database = await context.copy(context.after);
  const rehearsal = await context.rehearse(database, context.after, { ...plan, steps: rollback });
  const stop = stopOf(rehearsal);
  const { changes } = await context.task('compare', {
    before: context.before,
    after: database,
    executed: [],
  });
  const differences = differencesOf(changes, plan.bookkeeping);
  return { outcome: stop === undefined ? 'done' : 'failed', ...(stop && { stop }), differences };
}
