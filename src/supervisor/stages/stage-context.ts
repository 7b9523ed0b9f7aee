import type { EngineTask, Tasks } from '../../engine/protocol.ts';
import type { Incident, TaskName } from '../../facts/database.ts';
import type { TaskLimits } from '../engine-process.ts';
import type { PreflightRequest, RunLimits } from '../request.ts';
import type { WorkerPool } from '../worker-pool.ts';

/** What every stage of one database works with. */
export interface StageContext {
  request: PreflightRequest;
  pool: WorkerPool;
  limits: RunLimits;
}

/** How an engine task ended: with its result, or with an incident. */
export type TaskEnd<Task extends EngineTask> =
  | { result: Tasks[Task]['result']; ms: number; incidents: [] }
  | { result: undefined; incidents: [Incident] };

/** Runs one engine task, which incidents call `name`. Never rejects. */
export async function runTask<Task extends EngineTask>(
  { request: { name: database }, pool, limits }: StageContext,
  [name, task]: [TaskName, Task],
  request: Tasks[Task]['request'],
  hears: Pick<TaskLimits, 'progress' | 'started'> = {},
): Promise<TaskEnd<Task>> {
  const activity = { database, doing: DOING[name] };
  limits.watch(activity, 'runs');
  const outcome = await pool.run(task, request, { ...limits, ...hears });
  limits.watch(activity, 'ended');
  if (outcome.ok) return { result: outcome.result, ms: outcome.ms, incidents: [] };
  return { result: undefined, incidents: [{ task: name, kind: outcome.kind, detail: outcome.detail }] };
}

/** What a task does, for whoever watches. */
export const DOING: Readonly<Record<TaskName, string>> = {
  inspect: 'copying',
  'measure-before': 'checking the database before the migration',
  rehearse: 'rehearsing',
  'measure-after': 'checking the migrated database',
  compare: 'comparing every row',
};

/** A second pass over the plan may take this long, or twice as long as the first. */
const LEAST_BUDGET_MS = 60_000;

/** How long something may take that is not needed for a verdict. `rehearsalMs`: how long the rehearsal took. */
export function budgetFor(rehearsalMs: number): number {
  return Math.max(LEAST_BUDGET_MS, 2 * rehearsalMs);
}
