import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Plan, PlanProblem } from '../../../facts/plan.ts';
import { counted } from '../../../text/numbers.ts';
import type { RawFinding } from '../../rule.ts';
import { sentence } from '../words.ts';

/** What to do where a tool has marked a migration that did not end. */
export const FIX_BY_HAND =
  "Find out what of that migration is applied, fix the database by hand, and mark it with the tool's own command";

/**
 * What the tool finds wrong of one kind, before it runs anything or when a migration's turn comes: an error where it
 * stops there or passes over something for ever. Only the latter has a name, and can be allowed.
 */
export function planProblems({ plan, rehearsal }: DatabaseFacts, kind: PlanProblem['kind']): RawFinding[] {
  const met = rehearsal.failure?.problem;
  const problems = [...(plan?.problems ?? []), ...(met === undefined ? [] : [met])];
  return problems
    .filter((problem) => problem.kind === kind)
    .map(({ sentence: said, refuses, skips, remedy, file, line }) => ({
      message: sentence(said),
      severity: refuses || skips !== undefined ? ('error' as const) : ('notice' as const),
      ...(skips !== undefined && { object: skips }),
      ...(remedy !== undefined && { remedy }),
      ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
    }));
}

/** Nothing is pending, and yet not every migration is applied: the tool passes some over for ever. */
export function nothingWillRun(plan: Plan | undefined): string | undefined {
  const skipped = plan?.problems.filter(({ kind, skips }) => kind === 'out-of-order' && skips).length ?? 0;
  if (plan?.pending.length !== 0 || skipped === 0) return undefined;
  return `Nothing will be run: ${counted(skipped, 'migration is', 'migrations are')} passed over.`;
}
