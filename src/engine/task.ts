import '../dirname-shim.ts';
import type { Incident } from '../facts/database.ts';
import { nodeProblem } from '../node-version.ts';
import type { EngineMessage, Handlers, TaskMessage } from './protocol.ts';
import { machineFault, sqliteFailure } from './sqlite/errors.ts';
import { publicMessage } from './sqlite/message.ts';
import { dieWithParent } from './watchdog.ts';

/** The child's entry: waits for one task, does it, answers and ends. Everything that touches SQLite happens here. */

async function loadHandlers(): Promise<Handlers> {
  const problem = nodeProblem();
  if (problem !== undefined) throw new Error(problem);
  const { handlers } = await import('./handlers.ts');
  return handlers(say);
}

function say(message: EngineMessage): void {
  process.send?.(message);
}

/** Ends once the parent has the answer, and not before. */
function finish(message: EngineMessage): void {
  process.send?.(message, () => process.exit(0));
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

process.once('message', async ({ task, request }: TaskMessage) => {
  try {
    const all = await loading;
    const started = performance.now();
    const result = (all[task] as (request: unknown) => unknown)(request);
    finish({ say: 'result', result, ms: performance.now() - started });
  } catch (error) {
    finish(faultOf(error));
  }
});

// Ctrl+C reaches the whole process group; the parent decides what becomes of the task.
process.on('SIGINT', () => {});
dieWithParent();
const loading = loadHandlers();
// A failure to load is answered when the task arrives.
loading.catch(() => {});
