import type { EngineTask, Tasks } from '../engine/protocol.ts';
import { EngineProcess, type Outcome, type TaskLimits } from './engine-process.ts';
import type { EngineLimits } from './limits.ts';

/** A task that has waited this long gets a process of its own: to start one takes about as long. */
const PATIENCE_MS = 60;

/**
 * The engine processes of a run: one from the start, more where tasks wait, at most `most`. On a small database all
 * tasks together take less time than starting a second process. A process whose task ended well takes the next one; any
 * other is ended and replaced.
 */
export class WorkerPool {
  readonly #start: () => EngineProcess;
  /** Tasks at once. */
  readonly most: number;
  #idle: EngineProcess[] = [];
  /** Processes that are coming up, and those that have a task. */
  #starting = 0;
  #busy = 0;
  #queue: ((process: EngineProcess) => void)[] = [];
  #all = new Set<EngineProcess>();
  #ending: Promise<void>[] = [];

  constructor(engine: string, scratch: string, most: number, limits: EngineLimits) {
    this.#start = () => new EngineProcess(engine, scratch, limits);
    this.most = most;
    this.#add();
  }

  /** Runs one task as soon as a process is free. */
  async run<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
    limits: TaskLimits,
  ): Promise<Outcome<Task>> {
    const process = await this.#take();
    const outcome = await process.run(task, request, limits);
    this.#busy -= 1;
    if (outcome.ok) this.#idle.push(process);
    else this.#end(process);
    this.#serve();
    return outcome;
  }

  /** Ends every process and resolves when all are gone; none has a task any more. */
  async close(): Promise<void> {
    for (const process of this.#all) this.#end(process);
    await Promise.all(this.#ending);
  }

  #take(): Promise<EngineProcess> {
    const { promise, resolve } = Promise.withResolvers<EngineProcess>();
    this.#queue.push(resolve);
    this.#serve();
    const impatient = setTimeout(() => this.#add(), PATIENCE_MS);
    void promise.then(() => clearTimeout(impatient));
    return promise;
  }

  #serve(): void {
    this.#idle = this.#idle.filter(({ usable }) => usable);
    for (const process of this.#idle.splice(0, this.#queue.length)) {
      this.#busy += 1;
      this.#queue.shift()?.(process);
    }
    // No process is left that could take the waiting tasks.
    if (this.#queue.length > 0 && this.#busy + this.#starting === 0) this.#add();
  }

  /** Starts one more process. One that does not come up gets a task all the same, which then reports why. */
  #add(): void {
    if (this.#busy + this.#starting + this.#idle.length >= this.most) return;
    const process = this.#start();
    this.#all.add(process);
    this.#starting += 1;
    void process.ready.then(() => {
      this.#starting -= 1;
      const waiting = this.#queue.shift();
      if (waiting === undefined) this.#idle.push(process);
      else {
        this.#busy += 1;
        waiting(process);
      }
    });
  }

  #end(process: EngineProcess): void {
    this.#all.delete(process);
    this.#ending.push(process.kill());
  }
}
