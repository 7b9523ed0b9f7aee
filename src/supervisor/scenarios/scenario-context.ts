import { constants } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineTask, Tasks } from '../../engine/protocol.ts';
import type { History } from '../../facts/history.ts';
import type { Plan } from '../../facts/plan.ts';
import type { DriverName, RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { Stop } from '../../facts/rehearsal/scenarios.ts';
import type { LayoutOptions } from '../../facts/settings.ts';
import { type Assignment, makePlan } from '../../plan/make-plan.ts';
import type { TaskLimits } from '../engine-process.ts';
import type { WorkerPool } from '../worker-pool.ts';

/** A task did not come to its end: the reason goes on "not rehearsed: ". */
export class Unfinished extends Error {}

export interface ScenarioSetup {
  /** The two copies when the rehearsal is over, and closed. */
  before: string;
  after: string;
  /** What *before* says of the migrations applied. */
  history: History;
  assignment: Assignment;
  plan: Plan;
  /** The driver that the rehearsal ended with. */
  driver: DriverName | undefined;
  /** For one more copy to work on. */
  folder: string;
  pool: WorkerPool;
  limits: TaskLimits;
}

/** What the scenarios of one database share: the two finished copies, and the means to run the plan on others. */
export class ScenarioContext {
  readonly before: string;
  readonly after: string;
  readonly history: History;
  /** With the layout of the plan: which tool the files belong to is not decided again by what the statements leave. */
  readonly assignment: Assignment;
  readonly plan: Plan;
  readonly #setup: ScenarioSetup;

  constructor(setup: ScenarioSetup) {
    const { before, after, history, assignment, plan } = setup;
    this.before = before;
    this.after = after;
    this.history = history;
    this.assignment = { ...assignment, layout: layoutOf(plan, assignment.layout) };
    this.plan = plan;
    this.#setup = setup;
  }

  /** Throws Unfinished where the task was killed, or broke. */
  async task<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
  ): Promise<Tasks[Task]['result']> {
    const { pool, limits } = this.#setup;
    const outcome = await pool.run(task, request, limits);
    if (outcome.ok) return outcome.result;
    throw new Unfinished(
      outcome.kind === 'timeout' ? 'the time for it was used up' : `${task} ended by ${outcome.kind}`,
    );
  }

  /** A fresh copy of a closed database, under a name that is used again and again. */
  async copy(from: string, name = 'further.db'): Promise<string> {
    const to = join(this.#setup.folder, name);
    await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => rm(to + suffix, { force: true })));
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    return to;
  }

  /** `fresh`: what `database` was copied from. */
  async rehearse(database: string, fresh: string, plan: Plan): Promise<RehearsalFacts> {
    const { driver } = this.#setup;
    return await this.task('rehearse', { database, fresh, plan, samples: 'none', ...(driver && { driver }) });
  }

  /** What the tool would run on this database now, by what the database itself says. */
  async planFor(database: string): Promise<Plan | { refused: Stop }> {
    const { table } = this.assignment.layout;
    const history = await this.task('tracking', { database, ...(table !== undefined && { table }) });
    const plan = makePlan(this.assignment, history);
    if ('mistake' in plan) return { refused: { message: plan.mistake.message, file: '' } };
    const problem = plan.problems.find(({ refuses }) => refuses);
    if (problem === undefined) return plan;
    const { sentence, file = '', line, kind } = problem;
    return { refused: { message: sentence, file, ...(line !== undefined && { line }), kind } };
  }
}

function layoutOf({ layout, bookkeeping }: Plan, options: LayoutOptions): LayoutOptions {
  const [table = options.table] = bookkeeping.tables;
  return { ...options, name: layout, ...(table !== undefined && { table }) };
}

/** Where a rehearsal failed; `undefined` where it came to its end. */
export function stopOf({ failure, outcome, statements }: RehearsalFacts): Stop | undefined {
  if (outcome === 'done') return undefined;
  const {
    message = outcome,
    file = '',
    line = statements.find(({ status }) => status === 'failed')?.line,
  } = failure ?? {};
  return { message, file, ...(line !== undefined && { line }) };
}
