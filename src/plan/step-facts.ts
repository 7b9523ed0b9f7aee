import type { Plan } from '../facts/plan.ts';
import type { StepFacts } from '../facts/rehearsal.ts';
import type { StatementTarget } from '../facts/statement.ts';

/** The plan's statements before anything ran. */
export function untouchedSteps(plan: Plan): StepFacts[] {
  return plan.steps.flatMap((step) => {
    if (step.do !== 'exec') return [];
    const { file, line, title, phase, names } = step;
    return [{ file, line, title, ...(phase !== undefined && { phase }), status: 'not-run', names }];
  });
}

/** What the statements that ran and stayed name, in order. */
export function namesExecuted(steps: readonly StepFacts[]): StatementTarget[] {
  return steps
    .filter(({ status, rolledBack }) => status === 'done' && !rolledBack)
    .flatMap(({ names }) => names);
}

/** Marks what ran from statement `since` on as taken back. */
export function markRolledBack(steps: StepFacts[], since: number | undefined): void {
  if (since === undefined) return;
  for (const step of steps.slice(since)) if (step.status === 'done') step.rolledBack = true;
}
