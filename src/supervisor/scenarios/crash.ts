import type { PlanStep, StatementStep } from '../../facts/plan.ts';
import type { CrashFacts, CrashPoint, Differences } from '../../facts/scenarios.ts';
import { type Stage, stopOf } from './stage.ts';
import { differencesOf, isNone, type Volatile, volatileOf } from './state-differences.ts';

/** Stop points of a long plan, evenly chosen: each costs about a plain run. */
const MOST_POINTS = 20;

/**
 * Stops the plan at its commit boundaries, and starts the tool again on what is left: a connection that is closed there
 * leaves what a crash leaves once SQLite has recovered the file. `boundaries`: of the undisturbed run. `readsClock`: the
 * statements, or the schema, may give other values at another time. `keep` takes the facts, which then grow.
 */
export async function rehearseCrash(
  stage: Stage,
  boundaries: readonly number[],
  readsClock: boolean,
  keep: (facts: CrashFacts) => void,
): Promise<void> {
  const { steps } = stage.plan;
  const isRun = steps.some((step) => step.do === 'exec');
  const inside = isRun ? boundaries.filter((step) => steps.slice(step).some(isWork)) : [];
  const chosen = evenly(inside, MOST_POINTS);
  const points: CrashPoint[] = [];
  // What was found counts even where the time for the rest is used up.
  keep({ boundaries: inside.length, points });
  const volatile = chosen.length > 0 && readsClock ? await findVolatile(stage) : new Set<string>();
  for (const step of chosen) points.push(await stopAt(stage, step, volatile));
}

/** The tool's own row is some too: without it, the next run does once more what is done. */
function isWork(step: PlanStep): boolean {
  return step.do === 'exec' || step.do === 'record';
}

/** Time to the second must have gone on, so that what depends on it shows. */
const TICK_MS = 1100;

async function findVolatile(stage: Stage): Promise<Volatile> {
  await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  const database = await stage.copy(stage.before);
  await stage.rehearse(database, stage.before, stage.plan);
  const { changes } = await stage.task('compare', { before: stage.after, after: database, executed: [] });
  return volatileOf(changes);
}

async function stopAt(stage: Stage, step: number, volatile: Volatile): Promise<CrashPoint> {
  const { steps } = stage.plan;
  const last = steps.slice(0, step).findLast((one): one is StatementStep => one.do === 'exec');
  const next = steps.slice(step).find((one): one is StatementStep => one.do === 'exec');
  const { file, line, title } = (last ?? next) as StatementStep;
  const stopped = await stage.copy(stage.before, 'stopped.db');
  await stage.rehearse(stopped, stage.before, { ...stage.plan, steps: steps.slice(0, step) });
  return { file, line, title, ...(await startAgain(stage, stopped, volatile)) };
}

async function startAgain(
  stage: Stage,
  stopped: string,
  volatile: Volatile,
): Promise<Pick<CrashPoint, 'outcome' | 'stop' | 'differences'>> {
  const plan = await stage.planFor(stopped);
  if ('refused' in plan) return { outcome: 'sticks', stop: plan.refused };
  const database = await stage.copy(stopped);
  const stop = stopOf(await stage.rehearse(database, stopped, plan));
  // After another failure the state to keep is the one that the crash left.
  const reference = stop === undefined ? stage.after : stopped;
  const { changes } = await stage.task('compare', { before: reference, after: database, executed: [] });
  const differences = differencesOf(changes, plan.bookkeeping, volatile);
  const outcome = isDestructive(differences, stop === undefined)
    ? 'unsafe'
    : isSafe(stop, differences)
      ? 'safe'
      : 'sticks';
  return { outcome, ...(stop && { stop }), ...(!isNone(differences) && { differences }) };
}

function isSafe(stop: unknown, differences: Differences): boolean {
  return stop === undefined && isNone(differences);
}

/** At the end every row must be as undisturbed; where it stopped again, nothing that was left may be gone or be changed twice. */
function isDestructive({ tables, objects }: Differences, isAtEnd: boolean): boolean {
  if (tables.some(({ removed, changed, added }) => removed + changed > 0 || (isAtEnd && added > 0)))
    return true;
  return objects.some(({ kind, change }) => kind === 'table' && change === 'removed');
}

/** Both ends and what lies evenly between. */
function evenly(all: readonly number[], most: number): readonly number[] {
  if (all.length <= most) return all;
  const chosen = Array.from({ length: most }, (_, at) => Math.round((at * (all.length - 1)) / (most - 1)));
  return chosen.map((at) => all[at] as number);
}
