import type { DatabaseFacts } from '../facts/database.ts';
import type { PlanProblem } from '../facts/plan.ts';
import type { Sighting } from './rule.ts';

/** What the tool finds wrong of one kind, before it runs anything or when a migration's turn comes: an error where it stops there. */
export function planProblems({ plan, rehearsal }: DatabaseFacts, kind: PlanProblem['kind']): Sighting[] {
  const met = rehearsal.failure?.problem;
  const problems = [...(plan?.problems ?? []), ...(met === undefined ? [] : [met])];
  return problems
    .filter((problem) => problem.kind === kind)
    .map(({ sentence, refuses, file, line }) => ({
      message: /[.!?]$/.test(sentence) ? sentence : `${sentence}.`,
      severity: refuses ? ('error' as const) : ('notice' as const),
      ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
    }));
}
