import type { PlanStep, StatementStep } from '../../facts/plan.ts';
import type { CrashFacts, CrashPoint, Differences } from '../../facts/rehearsal/scenarios.ts';
import { type ScenarioContext, stopOf } from './scenario-context.ts';
import { differencesOf, isNone, type Volatile, volatileOf } from './state-differences.ts';

/** Stop points of a long plan, evenly chosen: each costs about a plain run. */
const MOST_POINTS = 20;

export interface CrashesFound {
  crash: CrashFacts;
  /** Why not all points were tried: what was found until then counts all the same. */
  error?: unknown;
}

/**
 * Stops the plan at its commit boundaries, and starts the tool again on what is left: a connection that is closed there
 * leaves what a crash leaves once SQLite has recovered the file. `boundaries`: steps of the plan, from the undisturbed
 * run. `readsClock`: the statements, or the schema, may give other values at another time.
 */
export async function rehearseCrash(
  context: ScenarioContext,
  boundaries: readonly number[],
  readsClock: boolean,
): Promise<CrashesFound> {
  const { steps } = context.plan;
  const isRun = steps.some((step) => step.do === 'exec');
  const inside = isRun ? boundaries.filter((step) => steps.slice(step).some(isWork)) : [];
  const chosen = evenly(inside, MOST_POINTS);
  const crash: CrashFacts = { boundaries: inside.length, points: [] };
  try {
    const volatile = chosen.length > 0 && readsClock ? await findVolatile(context) : new Set<string>();
    for (const step of chosen) crash.points.push(await stopAt(context, step, volatile));
  } catch (error) {
    return { crash, error };
  }
  return { crash };
}

/** The tool's own row is work too: without it, the next run repeats what is done. */
function isWork(step: PlanStep): boolean {
  return step.do === 'exec' || step.do === 'record';
}

/** Clocks that count seconds must have advanced, so that values that depend on them differ. */
const TICK_MS = 1100;

async function findVolatile(context: ScenarioContext): Promise<Volatile> {
  await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  const database = await context.copy(context.before);
  await context.rehearse(database, context.before, context.plan);
  const { changes } = await context.task('compare', { before: context.after, after: database, executed: [] });
  return volatileOf(changes);
}

async function stopAt(context: ScenarioContext, step: number, volatile: Volatile): Promise<CrashPoint> {
  const { steps } = context.plan;
  const last = steps.slice(0, step).findLast(isStatement) ?? steps.slice(step).find(isStatement);
  const { file = '', line = 0, title = '' } = last ?? {};
  const stopped = await context.copy(context.before, 'stopped.db');
  await context.rehearse(stopped, context.before, { ...context.plan, steps: steps.slice(0, step) });
  return { file, line, title, ...(await startAgain(context, stopped, volatile)) };
}

function isStatement(step: PlanStep): step is StatementStep {
  return step.do === 'exec';
}

async function startAgain(
  context: ScenarioContext,
  stopped: string,
  volatile: Volatile,
): Promise<Pick<CrashPoint, 'outcome' | 'stop' | 'differences'>> {
  const plan = await context.planFor(stopped);
  if ('refused' in plan) return { outcome: 'sticks', stop: plan.refused };
  const database = await context.copy(stopped);
  const stop = stopOf(await context.rehearse(database, stopped, plan));
  // After another failure the state to keep is the one that the crash left.
  const reference = stop === undefined ? context.after : stopped;
  const { changes } = await context.task('compare', { before: reference, after: database, executed: [] });
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

/**
 * A run that came to its end must leave every row as an undisturbed one does. One that stopped again must not lose or
 * change anything that the crash had left.
 */
function isDestructive({ tables, objects }: Differences, isAtEnd: boolean): boolean {
  if (tables.some(({ removed, changed, added }) => removed + changed > 0 || (isAtEnd && added > 0)))
    return true;
  return objects.some(({ kind, change }) => kind === 'table' && change === 'removed');
}

/** Both ends and what lies evenly between. */
function evenly(all: readonly number[], most: number): readonly number[] {
  if (all.length <= most) return all;
  const chosen = Array.from({ length: most }, (_, at) => Math.round((at * (all.length - 1)) / (most - 1)));
  return all.filter((_, at) => chosen.includes(at));
}
