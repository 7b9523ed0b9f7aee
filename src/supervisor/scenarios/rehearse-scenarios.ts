import type { ChangeFacts } from '../../facts/changes.ts';
import type { HealthFacts } from '../../facts/health.ts';
import type { Plan } from '../../facts/plan.ts';
import type { RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { ScenarioName, Scenarios, Skipped } from '../../facts/rehearsal/scenarios.ts';
import type { Assignment } from '../../plan/make-plan.ts';
import { systemCode } from '../../system-error.ts';
import type { FactsPart } from '../facts-part.ts';
import type { DatabaseCopies } from '../stages/inspect-stage.ts';
import { budgetFor, type StageContext } from '../stages/stage-context.ts';
import { rehearseCrash } from './crash.ts';
import { rehearseProfiles } from './other-profiles.ts';
import { rehearseRerun } from './rerun.ts';
import { rehearseRollback } from './rollback.ts';
import { ScenarioContext, Unfinished } from './scenario-context.ts';

/** In the order in which they are rehearsed while the budget lasts. */
const ORDER: readonly ScenarioName[] = ['profiles', 'rerun', 'rollback', 'crash'];

/** By default a rehearsal that took longer is not repeated. */
const SHORT_MS = 10_000;

/** Names; `auto`: all where the rehearsal was short; `elsewhere`: on other databases of the run. */
export type ScenarioOptions = 'auto' | 'elsewhere' | readonly ScenarioName[];

/** Databases of one run on which `auto` rehearses more than the migration. */
const MOST_DATABASES = 5;

/** The same plan on a thousand databases crashes in the same places. `at`: the database's place in the run, from 0. */
export function optionsFor(wanted: ScenarioOptions, at: number): ScenarioOptions {
  return wanted === 'auto' && at >= MOST_DATABASES ? 'elsewhere' : wanted;
}

/** What is known of a database once its migration was rehearsed and compared. */
export interface FinishedRehearsal {
  plan?: Plan;
  rehearsal: RehearsalFacts;
  /** How long it took. */
  ms: number;
  changes?: ChangeFacts;
  before?: HealthFacts;
}

/** Only a plan can be rehearsed again, and a tool that refused it has changed nothing. */
type PlannedRehearsal = FinishedRehearsal & { plan: Plan };

/**
 * Rehearses what else can happen to the plan: another driver, a second start, a rollback, a crash. Nothing here makes
 * the run incomplete: what was not done is in `skipped`, with its reason.
 */
export async function rehearseScenarios(
  context: StageContext,
  copies: DatabaseCopies,
  finished: FinishedRehearsal,
): Promise<FactsPart<{ scenarios?: Scenarios }>> {
  const activity = {
    database: context.request.name,
    doing: 'rehearsing a second run, a rollback and crashes',
  };
  context.limits.watch(activity, 'runs');
  const part = await scenariosOf(context, copies, finished);
  context.limits.watch(activity, 'ended');
  return part;
}

async function scenariosOf(
  { request: { assignment, rehearse, folder }, pool, limits }: StageContext,
  copies: DatabaseCopies,
  finished: FinishedRehearsal,
): Promise<FactsPart<{ scenarios?: Scenarios }>> {
  const { plan, rehearsal, ms } = finished;
  if (assignment === undefined || plan === undefined || plan.steps.length === 0) return { facts: {} };
  if (rehearsal.outcome === 'refused') return { facts: {} };
  const started = performance.now();
  const deadline = Math.min(limits.deadline, started + budgetFor(ms));
  const context = new ScenarioContext({
    ...{ before: copies.before, after: copies.after, history: copies.history },
    ...{ assignment, plan, driver: rehearsal.driver, folder, pool, limits: { ...limits, deadline } },
  });
  const scenarios: Scenarios = { skipped: [] };
  for (const name of ORDER) {
    const reason = reasonAgainst(name, rehearse, ms) ?? unfit(name, { ...finished, plan }, assignment);
    const { skipped, ...found } =
      reason === undefined
        ? await attempt(name, context, { ...finished, plan })
        : { skipped: [{ rehearsal: name, ...reason }] };
    Object.assign(scenarios, found);
    scenarios.skipped.push(...skipped);
  }
  return { facts: { scenarios }, timings: { scenarios: performance.now() - started } };
}

/** What one scenario found, and, where it did not come to its end, why. */
interface ScenarioEnd {
  found: Omit<Scenarios, 'skipped'>;
  error?: unknown;
}

const ACTS: Record<
  ScenarioName,
  (context: ScenarioContext, finished: PlannedRehearsal) => Promise<ScenarioEnd>
> = {
  async profiles(context, { changes, plan }) {
    if (changes === undefined || plan.alternatives.length === 0) return { found: {} };
    return { found: { profiles: await rehearseProfiles(context, changes) } };
  },
  async rerun(context) {
    return { found: { rerun: await rehearseRerun(context) } };
  },
  async rollback(context, { rehearsal }) {
    return { found: { rollback: await rehearseRollback(context, rehearsal.outcome === 'done') } };
  },
  async crash(context, finished) {
    const { boundaries = [] } = finished.rehearsal;
    const { crash, error } = await rehearseCrash(context, boundaries, readsClock(finished));
    return { found: { crash }, error };
  },
};

async function attempt(
  name: ScenarioName,
  context: ScenarioContext,
  finished: PlannedRehearsal,
): Promise<Scenarios> {
  const end = await ACTS[name](context, finished).catch((error: unknown) => ({ found: {}, error }));
  return { ...end.found, skipped: end.error === undefined ? [] : [skippedBy(name, end.error)] };
}

function skippedBy(name: ScenarioName, error: unknown): Skipped {
  const reason =
    error instanceof Unfinished
      ? error.message
      : `its copy could not be made (${systemCode(error) ?? 'unknown'})`;
  return { rehearsal: name, reason, missed: true };
}

type SkipReason = Pick<Skipped, 'reason' | 'missed'>;

function reasonAgainst(name: ScenarioName, wanted: ScenarioOptions, ms: number): SkipReason | undefined {
  if (wanted === 'elsewhere')
    return { reason: 'rehearsed on the first databases of the run alone', missed: false };
  if (wanted !== 'auto')
    return wanted.includes(name) ? undefined : { reason: 'left out by `rehearse`', missed: false };
  if (ms < SHORT_MS) return undefined;
  const reason = `the rehearsal took ${Math.round(ms / 1000)} s, and beyond ${SHORT_MS / 1000} s only \`rehearse: all\` repeats it`;
  return { reason, missed: true };
}

/** After a plan that failed, only a rollback can be rehearsed; so it is where only the user's own tool writes the history. */
function unfit(
  name: ScenarioName,
  { rehearsal, plan }: PlannedRehearsal,
  { layout }: Assignment,
): SkipReason | undefined {
  if (name === 'rollback') return undefined;
  if (rehearsal.outcome !== 'done') return { reason: 'the rehearsal did not come to its end', missed: false };
  if (plan.layout !== 'plain' || layout.column === undefined || name === 'profiles') return undefined;
  return { reason: 'only the tool itself writes its table', missed: false };
}

const CLOCK = /current_(time|date)|'now'|random|strftime|julianday|unixepoch|\b(date|time|datetime)\s*\(/i;

/** The statements, a default or a trigger may give other values at another time. */
function readsClock({ plan, before }: PlannedRehearsal): boolean {
  const statements = plan.steps.some((step) => step.do === 'exec' && CLOCK.test(step.sql));
  return statements || CLOCK.test(JSON.stringify(before?.schema ?? {}));
}
