import { join } from 'node:path';
import type { EngineTask, Tasks } from '../engine/protocol.ts';
import type { ChangeFacts } from '../facts/changes.ts';
import type { DatabaseFacts, Incident, TaskName, Timings } from '../facts/database.ts';
import type { History } from '../facts/history.ts';
import type { Plan } from '../facts/plan.ts';
import type { Samples } from '../facts/samples.ts';
import type { Checks } from '../facts/settings.ts';
import type { StatementTarget } from '../facts/statement.ts';
import { type Assignment, makePlan } from '../plan/make-plan.ts';
import { namesExecuted, untouchedStatements } from '../plan/statement-facts.ts';
import type { Mutex } from './command/mutex.ts';
import { type CommandOrder, idleCommand, rehearseByCommand } from './command/run-command.ts';
import type { TaskLimits } from './engine-process.ts';
import { keepMigrated } from './migrated.ts';
import { rehearseScenarios, type ScenarioOptions } from './scenarios/rehearse-scenarios.ts';
import { RehearsalNotes } from './unfinished.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface PreflightRequest {
  /** Absolute path of the snapshot, and the path as the user wrote it. */
  snapshot: string;
  name: string;
  /** Absent: nothing to rehearse, a health check. */
  assignment?: Assignment;
  /** Instead of an assignment: what migrates the copy. */
  command?: CommandOrder;
  /** What is rehearsed besides. */
  rehearse: ScenarioOptions;
  checks: Checks;
  samples: Samples;
  /** An empty private folder for the copies. */
  folder: string;
  /** Folder for the migrated database, and its name there. */
  output: string;
  migrated: string;
}

interface Copies {
  before: string;
  after: string;
  tracking: History;
}

/** A second pass over the plan may take this long, or twice as long as the first. */
const LEAST_BUDGET_MS = 60_000;

export interface RunLimits {
  /** `performance.now()` value at which everything still running is killed. */
  deadline: number;
  signal: AbortSignal;
  mutex: Mutex;
}

/**
 * One database through all engine tasks: inspect, then *before* is measured while *after* is migrated and compared with
 * it, then *after* is measured while what differs is traced to its statements. What a task could not do is an incident; the facts of the others stay.
 */
export async function preflight(
  request: PreflightRequest,
  room: WorkerPool,
  limits: RunLimits,
): Promise<DatabaseFacts> {
  const run = new DatabaseRun(request, room, limits);
  await run.all();
  return run.facts;
}

class DatabaseRun {
  readonly facts: DatabaseFacts;
  readonly #request: PreflightRequest;
  readonly #room: WorkerPool;
  readonly #limits: RunLimits;
  readonly #started = performance.now();

  constructor(request: PreflightRequest, room: WorkerPool, limits: RunLimits) {
    this.#request = request;
    this.#room = room;
    this.#limits = limits;
    this.facts = {
      path: request.name,
      mistakes: [],
      rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', statements: [] },
      incidents: [],
      timings: { total: 0 },
    };
  }

  async all(): Promise<void> {
    const { snapshot, name, folder, assignment } = this.#request;
    const { table: historyTable } = assignment?.layout ?? {};
    const request = { snapshot, name, folder, ...(historyTable !== undefined && { historyTable }) };
    const copies = await this.#task('inspect', 'inspect', request, 'copy');
    if (copies !== undefined && 'unusable' in copies) this.facts.unusable = copies.unusable;
    if (copies !== undefined && 'snapshot' in copies) {
      this.facts.snapshot = copies.snapshot;
      this.facts.rehearsal.sqlite = copies.sqlite;
      if (this.#plan(copies.tracking)) await this.#carryOut(copies);
    }
    this.facts.timings.total = performance.now() - this.#started;
  }

  /** Lays down what is to be run; `false` where that cannot be said. */
  #plan(tracking: History): boolean {
    const { assignment, command } = this.#request;
    if (command !== undefined) this.facts.command = idleCommand(tracking);
    if (assignment === undefined) return true;
    const plan = makePlan(assignment, tracking);
    if ('mistake' in plan) this.facts.mistakes.push(plan.mistake);
    else {
      this.facts.plan = plan;
      this.facts.rehearsal.statements = untouchedStatements(plan);
    }
    return !('mistake' in plan);
  }

  async #carryOut(copies: Copies): Promise<void> {
    const { plan } = this.facts;
    const before = this.#measure('before', copies.before);
    const isRefused = plan?.problems.some(({ refuses }) => refuses) ?? false;
    if (isRefused) this.facts.rehearsal.outcome = 'refused';
    const rehearsal = this.#request.command
      ? this.#command(this.#request.command, copies, before)
      : plan && !isRefused && this.#migrate(plan, copies, before);
    await Promise.all([before, rehearsal]);
  }

  async #measure(
    side: 'before' | 'after',
    database: string,
    untouched: readonly string[] = [],
  ): Promise<void> {
    const { checks, samples } = this.#request;
    const timing = side === 'before' ? 'healthBefore' : 'healthAfter';
    const request = { database, checks, samples, untouched };
    const health = await this.#task(`measure-${side}`, 'measure', request, timing);
    if (health !== undefined) this.facts[side] = health;
  }

  async #migrate(plan: Plan, copies: Copies, measured: Promise<void>): Promise<void> {
    await this.#rehearse(plan, copies);
    await this.#examine(copies, measured, plan);
  }

  async #command(order: CommandOrder, copies: Copies, measured: Promise<void>): Promise<void> {
    const { snapshot } = this.#request;
    const { sha256 = '' } = this.facts.snapshot ?? {};
    const place = { snapshot, sha256, after: copies.after, tracking: copies.tracking };
    await rehearseByCommand(this.facts, order, place, this.#room, this.#limits);
    await this.#examine(copies, measured);
  }

  /** Looks at what the rehearsal made of the copy. */
  async #examine(copies: Copies, measured: Promise<void>, plan?: Plan): Promise<void> {
    const { outcome, statements, unreadable } = this.facts.rehearsal;
    if (unreadable || (outcome !== 'done' && outcome !== 'failed')) return;
    const untouched = await this.#compare(copies, namesExecuted(statements));
    const { changes } = this.facts;
    await Promise.all([
      this.#measureAfter(copies.after, untouched, measured),
      changes && plan && outcome === 'done' && hasCauses(changes) && this.#locate(plan, copies, changes),
    ]);
    if (plan) await this.#further(copies);
    this.#keep(copies.after);
  }

  async #further(copies: Copies): Promise<void> {
    const { assignment, rehearse, folder } = this.#request;
    if (assignment === undefined) return;
    const started = performance.now();
    const place = { ...copies, folder, room: this.#room, limits: this.#limits };
    const scenarios = await rehearseScenarios(this.facts, assignment, rehearse, place);
    if (scenarios === undefined) return;
    this.facts.scenarios = scenarios;
    this.facts.timings.scenarios = performance.now() - started;
  }

  /** Gives the tables that the migration left alone. */
  async #compare(copies: Copies, executed: StatementTarget[]): Promise<readonly string[]> {
    const { samples } = this.#request;
    const compared = await this.#task('compare', 'compare', { ...copies, executed, samples });
    if (compared === undefined) return [];
    this.facts.changes = compared.changes;
    this.facts.timings.schemaDiff = compared.schemaMs;
    this.facts.timings.dataDiff = compared.contentMs;
    return compared.untouched;
  }

  /** Only what was sound in *before* need not be checked again. */
  async #measureAfter(
    database: string,
    untouched: readonly string[],
    measured: Promise<void>,
  ): Promise<void> {
    await measured;
    const { before } = this.facts;
    const isSound =
      before?.integrity.result === 'ok' && !before.unchecked.some(({ check }) => check === 'integrity');
    await this.#measure('after', database, isSound ? untouched : []);
  }

  /** A run without it is whole: what goes wrong here costs places in the reports, and is no incident. */
  async #locate(plan: Plan, copies: Copies, changes: ChangeFacts): Promise<void> {
    const { folder } = this.#request;
    const { statements, driver } = this.facts.rehearsal;
    const budgetMs = Math.max(LEAST_BUDGET_MS, 2 * (this.facts.timings.rehearsal ?? 0));
    const request = { ...copies, folder, plan, statements, changes, budgetMs, ...(driver && { driver }) };
    const located = await this.#room.run('locate', request, this.#limits);
    if (!located.ok) return;
    changes.causes = located.result.causes;
    this.facts.timings.locate = located.ms;
  }

  #keep(migrated: string): void {
    const { output, migrated: name } = this.#request;
    try {
      this.facts.migratedDatabase = keepMigrated(migrated, join(output, name));
    } catch (error) {
      // The code alone: the message names a folder of this machine.
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      const kind = code === 'ENOSPC' ? 'disk-full' : 'error';
      this.facts.incidents.push({
        task: 'rehearse',
        kind,
        detail: `the migrated database was not kept (${code})`,
      });
    }
  }

  async #rehearse(plan: Plan, { before, after }: Copies): Promise<void> {
    const notes = new RehearsalNotes(plan);
    const progress: TaskLimits['progress'] = (told) => notes.take(told);
    const { samples } = this.#request;
    const request = { database: after, fresh: before, plan, samples };
    const result = await this.#task('rehearse', 'rehearse', request, 'rehearsal', progress);
    if (result !== undefined) {
      this.facts.rehearsal = result;
      return;
    }
    const timedOut = this.facts.incidents.some(({ task, kind }) => task === 'rehearse' && kind === 'timeout');
    this.facts.rehearsal = notes.facts(timedOut ? 'timeout' : 'crashed', this.facts.rehearsal.sqlite);
  }

  /** Runs one task; what goes wrong becomes an incident and `undefined`. */
  async #task<Task extends EngineTask>(
    task: TaskName,
    kind: Task,
    request: Tasks[Task]['request'],
    timing?: Exclude<keyof Timings, 'total'>,
    progress?: TaskLimits['progress'],
  ): Promise<Tasks[Task]['result'] | undefined> {
    const limits = { ...this.#limits, ...(progress && { progress }) };
    const outcome = await this.#room.run(kind, request, limits);
    if (!outcome.ok) {
      const incident: Incident = { task, kind: outcome.kind, detail: outcome.detail };
      this.facts.incidents.push(incident);
      return undefined;
    }
    if (timing !== undefined) this.facts.timings[timing] = outcome.ms;
    return outcome.result;
  }
}

/** Something differs that a statement may be to blame for; what was only added is what was meant. */
function hasCauses({ tables, objects }: ChangeFacts): boolean {
  return (
    tables.some(({ added, removed, changed }) => added + removed + changed > 0) ||
    objects.some(({ change }) => change === 'removed' || change === 'changed')
  );
}
