import type { DatabaseFacts } from '../../facts/database.ts';
import type { ScenarioName, Scenarios } from '../../facts/scenarios.ts';
import type { Assignment } from '../../plan/make-plan.ts';
import type { WorkerPool } from '../worker-pool.ts';
import { rehearseCrash } from './crash.ts';
import { rehearseProfiles } from './other-profiles.ts';
import { rehearseRerun } from './rerun.ts';
import { rehearseRollback } from './rollback.ts';
import { type FinishedCopies, Stage, Unfinished } from './stage.ts';

/** In the order in which they are rehearsed while the budget lasts. */
const ORDER: readonly ScenarioName[] = ['profiles', 'rerun', 'rollback', 'crash'];

/** By default a rehearsal that took longer is not repeated. */
const SHORT_MS = 10_000;

/** All together may take so long, or twice as long as the rehearsal. */
const LEAST_BUDGET_MS = 60_000;

/** Names; `auto`: all where the rehearsal was short; `elsewhere`: on other databases of the run. */
export type ScenarioOptions = 'auto' | 'elsewhere' | readonly ScenarioName[];

/** Databases of one run on which `auto` rehearses more than the migration. */
const MOST_DATABASES = 5;

/** The same plan on a thousand databases crashes in the same places. `at`: the database's place in the run, from 0. */
export function wishFor(wanted: ScenarioOptions, at: number): ScenarioOptions {
  return wanted === 'auto' && at >= MOST_DATABASES ? 'elsewhere' : wanted;
}

interface Place extends FinishedCopies {
  folder: string;
  room: WorkerPool;
  limits: { deadline: number; signal: AbortSignal };
}

/**
 * Rehearses what else can happen to the plan: another driver, a second start, the way back, a crash. `wanted`: names, or
 * `auto`, which is all of them where the rehearsal was short. Nothing here makes the run incomplete: what was not done
 * is in `skipped`, with its reason.
 */
export async function rehearseScenarios(
  facts: DatabaseFacts,
  assignment: Assignment,
  wanted: ScenarioOptions,
  place: Place,
): Promise<Scenarios | undefined> {
  const { plan, rehearsal, timings } = facts;
  // A tool that refuses has changed nothing.
  if (plan === undefined || plan.steps.length === 0 || rehearsal.outcome === 'refused') return undefined;
  const took = timings.rehearsal ?? 0;
  const scenarios: Scenarios = { skipped: [] };
  const budget = Math.max(LEAST_BUDGET_MS, 2 * took);
  const deadline = Math.min(place.limits.deadline, performance.now() + budget);
  const stage = new Stage(
    place,
    { assignment, plan, rehearsal },
    { ...place, limits: { ...place.limits, deadline } },
  );
  for (const name of ORDER) {
    const reason =
      reasonAgainst(name, wanted, took) ?? (name === 'rollback' ? undefined : unfit(facts, assignment, name));
    if (reason !== undefined) scenarios.skipped.push({ rehearsal: name, ...reason });
    else await attempt(scenarios, name, () => ACTS[name](stage, facts, scenarios));
  }
  return scenarios;
}

const ACTS: Record<ScenarioName, (stage: Stage, facts: DatabaseFacts, into: Scenarios) => Promise<void>> = {
  async profiles(stage, { changes }, into) {
    if (changes !== undefined && stage.plan.alternatives.length > 0)
      into.profiles = await rehearseProfiles(stage, changes);
  },
  async rerun(stage, _, into) {
    into.rerun = await rehearseRerun(stage);
  },
  async rollback(stage, { rehearsal }, into) {
    into.rollback = await rehearseRollback(stage, rehearsal.outcome === 'done');
  },
  async crash(stage, facts, into) {
    await rehearseCrash(stage, facts.rehearsal.boundaries ?? [], readsClock(facts), (crash) => {
      into.crash = crash;
    });
  },
};

type Reason = { reason: string; missed: boolean };

function reasonAgainst(name: ScenarioName, wanted: ScenarioOptions, took: number): Reason | undefined {
  if (wanted === 'elsewhere')
    return { reason: 'rehearsed on the first databases of the run alone', missed: false };
  if (wanted !== 'auto')
    return wanted.includes(name) ? undefined : { reason: 'left out by `rehearse`', missed: false };
  if (took < SHORT_MS) return undefined;
  const reason = `the rehearsal took ${Math.round(took / 1000)} s, and beyond ${SHORT_MS / 1000} s only \`rehearse: all\` repeats it`;
  return { reason, missed: true };
}

/** Nothing follows from a plan that failed, or from one that a tool of one's own keeps account of in its own way. */
function unfit(
  { rehearsal, plan }: DatabaseFacts,
  { layout }: Assignment,
  name: ScenarioName,
): Reason | undefined {
  if (rehearsal.outcome !== 'done') return { reason: 'the rehearsal did not come to its end', missed: false };
  if (plan?.layout !== 'plain' || layout.column === undefined || name === 'profiles') return undefined;
  return { reason: 'only the tool itself writes its table', missed: false };
}

async function attempt(scenarios: Scenarios, name: ScenarioName, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const reason = error instanceof Unfinished ? error.message : `its copy could not be made (${code})`;
    scenarios.skipped.push({ rehearsal: name, reason, missed: true });
  }
}

const CLOCK = /current_(time|date)|'now'|random|strftime|julianday|unixepoch|\b(date|time|datetime)\s*\(/i;

/** The statements, a default or a trigger may give other values at another time. */
function readsClock({ plan, before }: DatabaseFacts): boolean {
  const statements = plan?.steps.some((step) => step.do === 'exec' && CLOCK.test(step.sql)) ?? false;
  return statements || CLOCK.test(JSON.stringify(before?.schema ?? {}));
}
