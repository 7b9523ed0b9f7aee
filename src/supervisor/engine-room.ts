import type { EngineTask, Tasks } from '../engine/protocol.ts';
import { EngineProcess, type Outcome, type TaskLimits } from './engine-process.ts';
import type { EngineLimits } from './limits.ts';

/**
 * The engine processes of a run: at most `most`, started ahead of need, since starting one takes longer than a task on
 * a small database. A process whose task ended well takes the next one; any other is ended and replaced.
 */
export class EngineRoom {
  readonly #start: () => EngineProcess;
  /** Tasks at once. */
  readonly most: number;
  #idle: EngineProcess[] = [];
  #busy = 0;
  #queue: ((process: EngineProcess) => void)[] = [];
  #ending: Promise<void>[] = [];

  constructor(engine: string, scratch: string, most: number, limits: EngineLimits) {
    this.#start = () => new EngineProcess(engine, scratch, limits);
    this.most = most;
  }

  /** Starts processes until `count` are up or on their way, busy ones included. */
  expect(count: number): void {
    while (this.#idle.length + this.#busy < Math.min(count, this.most)) this.#idle.push(this.#start());
  }

  /** Does one task, in its turn. */
  async run<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
    limits: TaskLimits,
  ): Promise<Outcome<Task>> {
    const process = await this.#take();
    const outcome = await process.run(task, request, limits);
    this.#busy -= 1;
    if (outcome.ok) this.#idle.push(process);
    else this.#ending.push(process.kill());
    this.#serve();
    return outcome;
  }

  /** Ends every process and resolves when all are gone; none has a task any more. */
  async close(): Promise<void> {
    this.#ending.push(...this.#idle.map((process) => process.kill()));
    this.#idle = [];
    await Promise.all(this.#ending);
  }

  #take(): Promise<EngineProcess> {
    const { promise, resolve } = Promise.withResolvers<EngineProcess>();
    this.#queue.push(resolve);
    this.#serve();
    return promise;
  }

  #serve(): void {
    this.#idle = this.#idle.filter(({ usable }) => usable);
    while (this.#queue.length > 0 && this.#busy < this.most) {
      this.#busy += 1;
      this.#queue.shift()?.(this.#idle.shift() ?? this.#start());
    }
  }
}
