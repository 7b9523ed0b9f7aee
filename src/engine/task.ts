import '../dirname-shim.ts';
import { nodeProblem } from '../node-version.ts';
import { systemCode } from '../system-error.ts';
import { tellProgress } from './progress-pipe.ts';
import type { EngineMessage, EngineTask, Handlers, TaskMessage, Tasks } from './protocol.ts';
import { MachineFault, machineFault, sqliteFailure } from './sqlite/errors.ts';
import { publicMessage } from './sqlite/message.ts';
import { dieWithParent } from './watchdog.ts';

/** The child's entry: does one task at a time until its parent ends it. Everything that touches SQLite happens here. */

/** Number of the task at work. */
let current = 0;

async function loadHandlers(): Promise<Handlers> {
  const problem = nodeProblem();
  if (problem !== undefined) throw new Error(problem);
  const { handlers } = await import(/* webpackChunkName: "handlers" */ './handlers.ts');
  return handlers((progress) => tellProgress({ task: current, progress }));
}

function say(message: EngineMessage): void {
  process.send?.(message);
}

function faultOf(error: unknown): EngineMessage {
  const failure = sqliteFailure(error);
  if (failure !== undefined) {
    const detail = `${failure.code}: ${publicMessage(failure)}`;
    return { say: 'fault', kind: machineFault(failure.code) ?? 'error', detail };
  }
  const kind = systemCode(error) === 'ENOSPC' ? 'disk-full' : 'error';
  return {
    say: 'fault',
    kind: error instanceof MachineFault ? error.kind : kind,
    detail: error instanceof Error ? error.message : String(error),
  };
}

async function act<Task extends EngineTask>(
  all: Handlers,
  task: Task,
  request: Tasks[Task]['request'],
): Promise<Tasks[Task]['result']> {
  return await all[task](request);
}

process.on('message', async ({ task, request, number }: TaskMessage) => {
  current = number;
  try {
    // Any of them can take long: a dump, a slow CHECK, a file that is a pipe.
    dieWithParent();
    const all = await loading;
    const started = performance.now();
    const result = await act(all, task, request);
    say({ say: 'result', result, ms: performance.now() - started });
  } catch (error) {
    say(faultOf(error));
  }
});

process.once('disconnect', () => process.exit(0));
// Ctrl+C reaches the whole process group; the parent decides what becomes of the task.
process.on('SIGINT', () => {});
const loading = loadHandlers();
// A failure to load is answered when the task arrives.
loading.catch(() => {}).finally(() => say({ say: 'ready' }));
