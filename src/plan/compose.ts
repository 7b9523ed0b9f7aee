import type { PlanProblem, PlanStep, Profile } from '../facts/plan.ts';
import type { LayoutMigration, LayoutReading, Records } from './layout-kit/layout.ts';

/** What is run for one migration, in either direction. */
interface Run {
  file: string;
  steps: LayoutMigration['steps'];
  records?: Records;
  optsOut?: true;
  stop?: PlanProblem;
}

/** The steps of a reading under a profile. */
export function stepsOf({ setup, pending }: LayoutReading, profile: Profile): PlanStep[] {
  return pending.length === 0
    ? []
    : [foreignKeys(profile), ...setup.map(own('')), ...scoped(pending, profile)];
}

/** The steps back over what was pending, the last migration first; `undefined` where one of them knows none. */
export function rollbackOf({ pending }: LayoutReading, profile: Profile): PlanStep[] | undefined {
  const downs = pending
    .toReversed()
    .flatMap(({ file, down }): Run[] =>
      down === undefined ? [] : [{ ...down, file: fileOf(down.steps) ?? file }],
    );
  if (downs.length === 0 || downs.length < pending.length) return undefined;
  return [foreignKeys(profile), ...scoped(downs, profile)];
}

/** Inside a transaction this pragma does nothing (sqlite.org/pragma.html), so it stands before the first BEGIN. */
function foreignKeys({ foreignKeys: on }: Profile): PlanStep {
  return { do: 'pragma', sql: `PRAGMA foreign_keys=${on ? 'ON' : 'OFF'}` };
}

function scoped(runs: readonly Run[], { transaction }: Profile): PlanStep[] {
  const [first] = runs;
  if (transaction !== 'all' || first === undefined)
    return runs.flatMap((run) => stepsOfOne(run, transaction));
  const inside = runs.flatMap((run) => stepsOfOne(run, 'none'));
  return [{ do: 'begin', file: first.file }, ...inside, { do: 'commit', file: runs.at(-1)?.file ?? '' }];
}

function stepsOfOne(
  { file, steps, records = {}, optsOut, stop }: Run,
  transaction: Profile['transaction'],
): PlanStep[] {
  const { before = [], within = [], after = [] } = records;
  const inside = [...steps, ...within.map(own(file))];
  const wraps = transaction === 'file' && !optsOut && inside.length > 0;
  return [
    ...before.map(own(file)),
    ...(wraps ? [{ do: 'begin', file } as const, ...inside, { do: 'commit', file } as const] : inside),
    ...after.map(own(file)),
    ...(stop === undefined ? [] : [{ do: 'refuse', problem: stop } as const]),
  ];
}

function own(file: string): (sql: string) => PlanStep {
  return (sql) => ({ do: 'record', sql, file });
}

function fileOf(steps: LayoutMigration['steps']): string | undefined {
  return steps
    .map((step) => (step.do === 'exec' ? step.file : step.problem.file))
    .find((file) => file !== undefined);
}
