import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { PROGRESS_PIPE, type ProgressLine } from '../engine/progress-pipe.ts';
import type { EngineMessage, EngineTask, Tasks } from '../engine/protocol.ts';
import type { RehearsalProgress } from '../engine/rehearse/progress.ts';
import type { Incident } from '../facts/database.ts';
import { type EngineLimits, launcher } from './limits.ts';

/** How a task ended. It always ends: by itself, at the deadline, or when the run is cancelled. */
export type Outcome<Task extends EngineTask> =
  | { ok: true; result: Tasks[Task]['result']; ms: number }
  | { ok: false; kind: Incident['kind']; detail: string };

export interface TaskLimits {
  /** `performance.now()` value at which the process is killed. */
  deadline: number;
  /** Kills the process when it aborts. */
  signal: AbortSignal;
  progress?: (progress: RehearsalProgress) => void;
  /** Hears which process has the task. */
  started?: (pid: number) => void;
}

type Heard = Exclude<EngineMessage, { say: 'ready' }> | { say: 'gone'; detail: string };

/** A process that was killed and is not known to be gone by then is not waited for. */
const END_MS = 5000;

/** A process that is not up by then gets its task all the same; the deadline of the task then counts. */
const PATIENCE_MS = 5000;

/**
 * One child process that does one task at a time. It is started before its task is known, so that it is up when the
 * task comes. Only SIGKILL ends a process that is inside a statement.
 */
export class EngineProcess {
  readonly #child: ChildProcess;
  #hear: ((heard: Heard) => void) | undefined;
  #progress: TaskLimits['progress'];
  /** Of the task that it has now. */
  #number = 0;
  #gone: string | undefined;
  #errors = '';
  readonly #exited = Promise.withResolvers<void>();
  readonly #ready = Promise.withResolvers<void>();

  /** `engine`: path of the child's entry; `scratch`: folder for its temporary files, and its working directory. */
  constructor(engine: string, scratch: string, limits: EngineLimits) {
    const { execPath, execArgv } = launcher(limits);
    this.#child = fork(engine, [], {
      execPath,
      cwd: scratch,
      env: environment(scratch),
      execArgv: engine.endsWith('.ts') ? [...execArgv, '--disable-warning=ExperimentalWarning'] : execArgv,
      serialization: 'advanced',
      // The last one is PROGRESS_PIPE.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
    // What cannot be read any more must not end the whole run; how the process ends is heard all the same.
    this.#child.stderr?.on('error', () => {});
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-2000);
    });
    this.#child.on('message', (message: EngineMessage) => {
      if (message.say === 'ready') this.#ready.resolve();
      else this.#hear?.(message);
    });
    this.#listen(this.#child.stdio[PROGRESS_PIPE] as Readable);
    setTimeout(() => this.#ready.resolve(), PATIENCE_MS).unref();
    this.#child.on('error', (error) => this.#end(`the engine process did not start: ${error.message}`));
    this.#child.once('exit', () => this.#exited.resolve());
    // What it told before it ended is read by then.
    this.#child.once('close', (code, signal) => this.#end(endOf(code, signal, this.#errors)));
  }

  /** Resolves when it can take a task, or never will. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Whether it can take a task. */
  get usable(): boolean {
    return this.#gone === undefined && !this.#child.killed;
  }

  /** Gives the process a task and waits until the task has ended in whatever way. Never rejects. */
  async run<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
    { deadline, signal, progress, started: hearStart }: TaskLimits,
  ): Promise<Outcome<Task>> {
    const { promise, resolve } = Promise.withResolvers<Outcome<Task>>();
    const fail = (kind: Incident['kind'], detail: string) => resolve({ ok: false, kind, detail });
    const cancelled = () => fail('cancelled', 'the run was cancelled');
    const started = performance.now();
    const late = () => fail('timeout', `killed after ${Math.round(performance.now() - started)} ms`);
    const timer = setTimeout(late, Math.max(0, deadline - started));
    signal.addEventListener('abort', cancelled);
    this.#number += 1;
    this.#progress = progress;
    this.#hear = (heard) => {
      if (heard.say === 'gone') fail('crash', heard.detail);
      else if (heard.say === 'fault') fail(heard.kind, heard.detail);
      // It answers the task that it was given.
      else resolve({ ok: true, result: heard.result as Tasks[Task]['result'], ms: heard.ms });
    };
    if (signal.aborted) cancelled();
    else if (this.#gone !== undefined) fail('crash', this.#gone);
    else if (this.#child.pid !== undefined) hearStart?.(this.#child.pid);
    if (!signal.aborted && this.#gone === undefined)
      this.#child.send({ task, request, number: this.#number }, () => {});
    const outcome = await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancelled);
    this.#hear = undefined;
    this.#progress = undefined;
    return outcome;
  }

  /** Ends the process at once, and resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    const timer = setTimeout(() => this.#exited.resolve(), END_MS);
    await this.#exited.promise;
    clearTimeout(timer);
  }

  #listen(pipe: Readable): void {
    const lines = createInterface({ input: pipe });
    lines.on('line', (line) => {
      const told = progressIn(line);
      if (told?.task === this.#number) this.#progress?.(told.progress);
    });
    // Readline hands on the errors of its input, and they end the program where nobody listens.
    for (const source of [pipe, lines]) source.on('error', () => {});
  }

  #end(detail: string): void {
    this.#gone ??= detail;
    this.#exited.resolve();
    this.#ready.resolve();
    this.#hear?.({ say: 'gone', detail: this.#gone });
  }
}

/** `undefined` for a line that a killed process could not end. */
function progressIn(line: string): ProgressLine | undefined {
  try {
    return JSON.parse(line) as ProgressLine;
  } catch {
    return undefined;
  }
}

function endOf(code: number | null, signal: NodeJS.Signals | null, errors: string): string {
  const end = signal === null ? `exit code ${code}` : `signal ${signal}`;
  const reason = /^\w*Error: .*$/m.exec(errors)?.[0];
  return `the engine process ended by ${end}${reason === undefined ? '' : `: ${reason}`}`;
}

/** No secret of the parent reaches the engine: it gets only what a process needs to start and to find its folder. */
function environment(scratch: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return {
    ...(PATH !== undefined && { PATH }),
    ...(SystemRoot !== undefined && { SystemRoot }),
    TMPDIR: scratch,
    TEMP: scratch,
    SQLITE_TMPDIR: scratch,
  };
}
