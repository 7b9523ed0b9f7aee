import type { EngineTask, Tasks } from '../engine/protocol.ts';
import { EngineProcess, type Outcome, type TaskLimits } from './engine-process.ts';

/**
 * The engine processes of a run. They are started ahead of need, since starting one takes longer than a task on a small
 * database, and a process whose task ended well takes the next one. A process that ran a migration is never used
 * again: some pragmas reach beyond their connection.
 */
export class EngineRoom {
  readonly #engine: string;
  readonly #scratch: string;
  #waiting: EngineProcess[] = [];
  #ending: Promise<void>[] = [];

  constructor(engine: string, scratch: string) {
    this.#engine = engine;
    this.#scratch = scratch;
  }

  /** Makes sure that `count` processes wait for a task. */
  expect(count: number): void {
    this.#waiting = this.#waiting.filter(({ usable }) => usable);
    while (this.#waiting.length < count) this.#waiting.push(new EngineProcess(this.#engine, this.#scratch));
  }

  async run<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
    limits: TaskLimits,
  ): Promise<Outcome<Task>> {
    this.expect(1);
    const process = this.#waiting.shift() as EngineProcess;
    const outcome = await process.run(task, request, limits);
    if (outcome.ok && task !== 'rehearse') this.#waiting.push(process);
    else this.#ending.push(process.kill());
    return outcome;
  }

  /** Ends every process and resolves when all are gone; none has a task any more. */
  async close(): Promise<void> {
    this.#ending.push(...this.#waiting.map((process) => process.kill()));
    this.#waiting = [];
    await Promise.all(this.#ending);
  }
}
