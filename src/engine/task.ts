import '../dirname-shim.ts';
import type { Incident } from '../facts/database.ts';
import { nodeProblem } from '../node-version.ts';
import type { EngineMessage, Handlers, TaskMessage } from './protocol.ts';
import { machineFault, sqliteFailure } from './sqlite/errors.ts';
import { publicMessage } from './sqlite/message.ts';
import { dieWithParent } from './watchdog.ts';

/** The child's entry: does one task at a time until its parent ends it. Everything that touches SQLite happens here. */

async function loadHandlers(): Promise<Handlers> {
  const problem = nodeProblem();
  if (problem !== undefined) throw new Error(problem);
  const { handlers } = await import(/* webpackChunkName: "handlers" */ './handlers.ts');
  return handlers(say);
}

function say(message: EngineMessage): void {
  process.send?.(message);
}

function faultOf(error: unknown): EngineMessage {
  const failure = sqliteFailure(error);
  if (failure !== undefined) {
    const detail = `${failure.code}: ${publicMessage(failure, false, [])}`;
    return { say: 'fault', kind: machineFault(failure.code) ?? 'error', detail };
  }
  const { kind, code, message } = error as { kind?: Incident['kind']; code?: string; message?: string };
  return {
    say: 'fault',
    kind: kind ?? (code === 'ENOSPC' ? 'disk-full' : 'error'),
    detail: message ?? String(error),
  };
}

/** Only the user's own statements can; the other tasks end with the data. */
function canRunForEver({ task, request }: TaskMessage): boolean {
  return (
    task === 'rehearse' || task === 'locate' || ('checks' in request && request.checks.queries.length > 0)
  );
}

process.on('message', async ({ task, request }: TaskMessage) => {
  try {
    if (canRunForEver({ task, request })) dieWithParent();
    const all = await loading;
    const started = performance.now();
    const result = await (all[task] as (request: unknown) => unknown)(request);
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
