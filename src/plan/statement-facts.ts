import type { Plan } from '../facts/plan.ts';
import type { StatementFacts } from '../facts/rehearsal/rehearsal.ts';
import type { StatementTarget } from '../facts/statement.ts';

/** The plan's statements before anything ran. */
export function untouchedStatements(plan: Plan): StatementFacts[] {
  return plan.steps.flatMap((step) => {
    if (step.do !== 'exec') return [];
    const { file, line, title, phase, names } = step;
    return [{ file, line, title, ...(phase !== undefined && { phase }), status: 'not-run', names }];
  });
}

/** What the statements that ran and stayed name, in order. */
export function namesExecuted(statements: readonly StatementFacts[]): StatementTarget[] {
  return statements
    .filter(({ status, rolledBack }) => status === 'done' && !rolledBack)
    .flatMap(({ names }) => names);
}

/** Marks what ran from statement `since` on as taken back. */
export function markRolledBack(statements: StatementFacts[], since: number | undefined): void {
  if (since === undefined) return;
  for (const statement of statements.slice(since))
    if (statement.status === 'done') statement.rolledBack = true;
}
