import type { PlanProblem } from '../../facts/plan.ts';

interface Late {
  id: string;
  file: string;
}

/**
 * For tools that run a file which is older than what is applied, and say nothing of it: a notice on each. `newest`: the
 * last that is applied, by its id.
 */
export function runsLate(tool: string, late: readonly Late[], newest: string): PlanProblem[] {
  return late.map(({ id, file }) => ({
    kind: 'out-of-order',
    sentence: `${tool} runs ${id} now, though ${newest}, which comes after it, is applied already`,
    refuses: false,
    file,
  }));
}
