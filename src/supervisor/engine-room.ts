import type { EngineTask, Tasks } from '../engine/protocol.ts';
import { EngineProcess, type Outcome, type TaskLimits } from './engine-process.ts';

/**
 * Starts engine processes ahead of need: a process takes longer to start than a task on a small database, so the
 * next ones come up while the present ones work.
 */
export class EngineRoom {
  readonly #engine: string;
  readonly #scratch: string;
  #waiting: EngineProcess[] = [];

  constructor(engine: string, scratch: string) {
    this.#engine = engine;
    this.#scratch = scratch;
  }

  /** Makes sure that `count` processes wait for a task. */
  expect(count: number): void {
    while (this.#waiting.length < count) this.#waiting.push(new EngineProcess(this.#engine, this.#scratch));
  }

  run<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
    limits: TaskLimits,
  ): Promise<Outcome<Task>> {
    this.expect(1);
    const next = this.#waiting.shift() as EngineProcess;
    return next.run(task, request, limits);
  }

  /** Ends the processes that nobody needed. */
  close(): void {
    for (const process of this.#waiting) process.kill();
    this.#waiting = [];
  }
}
