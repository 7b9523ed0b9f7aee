import type { DatabaseFacts } from '../facts/database.ts';
import type { Plan } from '../facts/plan.ts';
import type { RehearsalFacts } from '../facts/rehearsal/rehearsal.ts';
import { assemble, type FactsPart, notRehearsed } from './facts-part.ts';
import type { PreflightRequest, RunLimits } from './request.ts';
import { rehearseScenarios } from './scenarios/rehearse-scenarios.ts';
import { compare } from './stages/compare-stage.ts';
import { type DatabaseCopies, inspect } from './stages/inspect-stage.ts';
import { keep } from './stages/keep-stage.ts';
import { locate } from './stages/locate-stage.ts';
import { type HealthPart, measureAfter, measureBefore } from './stages/measure-stage.ts';
import { planRehearsal } from './stages/plan-stage.ts';
import { rehearse } from './stages/rehearse-stage.ts';
import type { StageContext } from './stages/stage-context.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * Takes one database through all stages. A stage that fails leaves an incident, and the facts of the others stay. Never
 * rejects for what a stage does to the database.
 */
export async function preflight(
  request: PreflightRequest,
  pool: WorkerPool,
  limits: RunLimits,
): Promise<DatabaseFacts> {
  const started = performance.now();
  const parts = await runStages({ request, pool, limits });
  return assemble(request.name, parts, { total: performance.now() - started });
}

async function runStages(context: StageContext): Promise<FactsPart[]> {
  const inspected = await inspect(context);
  const { copies } = inspected;
  if (copies === undefined) return [inspected];
  const planned = planRehearsal(context.request, copies);
  if (planned.facts.mistakes) {
    return [inspected, planned, { facts: { rehearsal: notRehearsed(copies.sqlite) } }];
  }
  const measuring = measureBefore(context, copies);
  const rehearsed = await rehearse(context, copies, planned.facts.plan);
  const rehearsal = { ...planned.facts, ...rehearsed.facts, ms: rehearsed.timings?.rehearsal ?? 0 };
  const examined = await examine(context, copies, rehearsal, measuring);
  return [inspected, planned, await measuring, rehearsed, ...examined];
}

/** A rehearsal that has ended, in whatever way. */
interface EndedRehearsal {
  /** Absent where the project's own tool migrated. */
  plan?: Plan;
  rehearsal: RehearsalFacts;
  ms: number;
}

/** Measures what the rehearsal made of the copy; nothing where it left no database that is worth a look. */
async function examine(
  context: StageContext,
  copies: DatabaseCopies,
  ended: EndedRehearsal,
  measuring: Promise<HealthPart<'before'>>,
): Promise<FactsPart[]> {
  const { outcome, unreadable } = ended.rehearsal;
  if (unreadable || (outcome !== 'done' && outcome !== 'failed')) return [];
  const compared = await compare(context, copies, ended.rehearsal);
  const { changes } = compared.facts;
  const [before, after, located] = await Promise.all([
    measuring,
    measureAfter(context, copies, measuring, compared),
    locate(context, copies, { ...ended, ...(changes && { changes }) }),
  ]);
  const finished = { ...ended, ...compared.facts, ...before.facts };
  const scenarios = await rehearseScenarios(context, copies, finished);
  return [compared, after, located, scenarios, keep(context.request, copies)];
}
