import { type ChildProcess, fork } from 'node:child_process';
import type { EngineMessage, EngineTask, Tasks } from '../engine/protocol.ts';
import type { RehearsalProgress } from '../engine/rehearse/progress.ts';
import type { Incident } from '../facts/database.ts';

/** How a task ended. It always ends: by itself, at the deadline, or when the run is cancelled. */
export type Outcome<Task extends EngineTask> =
  | { ok: true; result: Tasks[Task]['result']; ms: number }
  | { ok: false; kind: Incident['kind']; detail: string };

export interface TaskLimits {
  /** Milliseconds from now; then the process is killed. */
  timeoutMs: number;
  /** Kills the process when it aborts. */
  signal: AbortSignal;
  progress?: (progress: RehearsalProgress) => void;
}

/**
 * One child process for one task. It is started before its task is known, so that it is up when the task comes.
 * Only SIGKILL ends a process that is inside a statement.
 */
export class EngineProcess {
  readonly #child: ChildProcess;
  #errors = '';
  #startFailure: Error | undefined;

  /** `engine`: path of the child's entry; `scratch`: folder for its temporary files, and its working directory. */
  constructor(engine: string, scratch: string) {
    this.#child = fork(engine, [], {
      cwd: scratch,
      env: environment(scratch),
      execArgv: engine.endsWith('.ts') ? ['--disable-warning=ExperimentalWarning'] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.once('error', (error) => {
      this.#startFailure = error;
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-2000);
    });
  }

  /** Gives the process its task and waits for the end, whatever it is. Never rejects. */
  run<Task extends EngineTask>(
    task: Task,
    request: Tasks[Task]['request'],
    { timeoutMs, signal, progress }: TaskLimits,
  ): Promise<Outcome<Task>> {
    return new Promise((resolve) => {
      let answer: Outcome<Task> | undefined;
      const give = (outcome: Outcome<Task>) => {
        answer ??= outcome;
        this.kill();
      };
      const timer = setTimeout(
        () => give({ ok: false, kind: 'timeout', detail: `killed after ${Math.round(timeoutMs)} ms` }),
        timeoutMs,
      );
      const cancelled = () => give({ ok: false, kind: 'cancelled', detail: 'the run was cancelled' });
      const ended = (code: number | null, killedBy: NodeJS.Signals | null) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancelled);
        resolve(answer ?? { ok: false, kind: 'crash', detail: this.#crash(code, killedBy) });
      };
      this.#child.on('message', (message: EngineMessage) => {
        if (message.say === 'progress') progress?.(message.progress);
        else answer ??= answered(message);
      });
      if (signal.aborted) cancelled();
      signal.addEventListener('abort', cancelled);
      if (this.#startFailure !== undefined || this.#child.exitCode !== null)
        ended(this.#child.exitCode, null);
      this.#child.once('error', () => ended(null, null));
      this.#child.once('exit', ended);
      this.#child.send({ task, request }, () => {});
    });
  }

  /** Ends the process at once; harmless when it is gone. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #crash(code: number | null, signal: NodeJS.Signals | null): string {
    const end = signal === null ? `exit code ${code}` : `signal ${signal}`;
    const reason = this.#startFailure?.message ?? firstError(this.#errors);
    return reason === ''
      ? `the engine process ended by ${end}`
      : `the engine process ended by ${end}: ${reason}`;
  }
}

function answered<Task extends EngineTask>(
  message: Exclude<EngineMessage, { say: 'progress' }>,
): Outcome<Task> {
  if (message.say === 'result')
    return { ok: true, result: message.result as Tasks[Task]['result'], ms: message.ms };
  return { ok: false, kind: message.kind, detail: message.detail };
}

function firstError(text: string): string {
  return /^\w*Error: .*$/m.exec(text)?.[0] ?? '';
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
