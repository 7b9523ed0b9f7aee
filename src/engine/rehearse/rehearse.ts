import type { Plan } from '../../facts/plan.ts';
import type { RehearsalFacts } from '../../facts/rehearsal.ts';
import type { Samples } from '../../facts/samples.ts';
import { markRolledBack } from '../../plan/step-facts.ts';
import { sqliteVersion, withConnection } from '../sqlite/connection.ts';
import { LossWatch } from './losses.ts';
import type { RehearsalProgress } from './progress.ts';
import { PlanRun } from './run.ts';

/**
 * Executes the plan on the copy at `path`, on one connection, and stops at the first error. A transaction that is open
 * at the end is lost, as it is when production's connection closes. The times are lower bounds: nothing is synced.
 * `tell` hears of each statement before and after.
 */
export function rehearse(
  path: string,
  plan: Plan,
  tell: (progress: RehearsalProgress) => void,
  samples: Samples = 'none',
): RehearsalFacts {
  return withConnection(path, 'write', (connection) => {
    const losses = new LossWatch(connection, plan);
    const hear = (progress: RehearsalProgress) => {
      tell(progress);
      losses.hear(progress);
    };
    const run = new PlanRun(connection, plan, hear, samples);
    run.all();
    const { failure } = run;
    const leftOpen = failure === undefined && connection.inTransaction;
    markRolledBack(run.steps, run.transactions.openSince);
    const lostOnTheWay = losses.found((step) => run.steps[step]?.rolledBack === true);
    return {
      outcome: failure === undefined ? 'done' : ranNothing(run) ? 'refused' : 'failed',
      commits: run.transactions.commits,
      leftOpen,
      sqlite: sqliteVersion(),
      steps: run.steps,
      ...(failure !== undefined && { failure }),
      ...(lostOnTheWay.length > 0 && { lostOnTheWay }),
      ...(run.boundaries.length > 0 && { boundaries: run.boundaries }),
    };
  });
}

/** The tool stopped before it had run any statement. */
function ranNothing({ failure, steps }: PlanRun): boolean {
  return failure?.during === 'refusal' && steps.every(({ status }) => status === 'not-run');
}
