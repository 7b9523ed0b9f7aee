import { constants } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineTask, Tasks } from '../../engine/protocol.ts';
import type { History } from '../../facts/history.ts';
import type { Plan } from '../../facts/plan.ts';
import type { RehearsalFacts } from '../../facts/rehearsal.ts';
import type { Stop } from '../../facts/scenarios.ts';
import type { LayoutOptions } from '../../facts/settings.ts';
import { type Assignment, makePlan } from '../../plan/make-plan.ts';
import type { WorkerPool } from '../worker-pool.ts';

/** A task did not come to its end: the reason goes on "not rehearsed: ". */
export class Unfinished extends Error {}

/** The two copies when the rehearsal is over, and closed. */
export interface FinishedCopies {
  before: string;
  after: string;
  tracking: History;
}

/** What the further rehearsals of one database share: the two finished copies, and one more to work on. */
export class Stage {
  readonly before: string;
  readonly after: string;
  /** What *before* says of the migrations applied. */
  readonly tracking: History;
  /** With the layout of the plan: what its statements leave must not decide anew whose files these are. */
  readonly assignment: Assignment;
  readonly plan: Plan;
  readonly #folder: string;
  readonly #driver: Tasks['rehearse']['request']['driver'];
  readonly #room: WorkerPool;
  readonly #limits: { deadline: number; signal: AbortSignal };

  constructor(
    copies: FinishedCopies,
    work: { assignment: Assignment; plan: Plan; rehearsal: RehearsalFacts },
    place: { folder: string; room: WorkerPool; limits: { deadline: number; signal: AbortSignal } },
  ) {
    this.before = copies.before;
    this.after = copies.after;
    this.tracking = copies.tracking;
    this.assignment = { ...work.assignment, layout: layoutOf(work.plan, work.assignment.layout) };
    this.plan = work.plan;
    this.#folder = place.folder;
    this.#driver = work.rehearsal.driver;
    this.#room = place.room;
    this.#limits = place.limits;
  }

  /** Throws Unfinished where the task was killed, or broke. */
  async task<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
  ): Promise<Tasks[Task]['result']> {
    const outcome = await this.#room.run(task, request, this.#limits);
    if (outcome.ok) return outcome.result;
    throw new Unfinished(
      outcome.kind === 'timeout' ? 'the time for it was used up' : `${task} ended by ${outcome.kind}`,
    );
  }

  /** A fresh copy of a closed database, under a name that is used again and again. */
  async copy(from: string, name = 'further.db'): Promise<string> {
    const to = join(this.#folder, name);
    await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => rm(to + suffix, { force: true })));
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    return to;
  }

  /** `fresh`: what `database` was copied from. */
  async rehearse(database: string, fresh: string, plan: Plan): Promise<RehearsalFacts> {
    const driver = this.#driver;
    return await this.task('rehearse', { database, fresh, plan, samples: 'none', ...(driver && { driver }) });
  }

  /** What the tool would run on this database now: by what the database says itself. */
  async planFor(database: string): Promise<Plan | { refused: Stop }> {
    const { table } = this.assignment.layout;
    const tracking = await this.task('tracking', { database, ...(table !== undefined && { table }) });
    const plan = makePlan(this.assignment, tracking);
    if ('mistake' in plan) return { refused: { message: plan.mistake.message, file: '' } };
    const problem = plan.problems.find(({ refuses }) => refuses);
    if (problem === undefined) return plan;
    const { sentence, file = '', line, kind } = problem;
    return { refused: { message: sentence, file, ...(line !== undefined && { line }), kind } };
  }
}

function layoutOf({ layout, bookkeeping }: Plan, wish: LayoutOptions): LayoutOptions {
  const [table = wish.table] = bookkeeping.tables;
  return { ...wish, name: layout, ...(table !== undefined && { table }) };
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
