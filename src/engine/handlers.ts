import { setImmediate } from 'node:timers/promises';
import { askView } from './ask/ask-view.ts';
import { compare } from './compare/compare.ts';
import { locate } from './locate/locate.ts';
import { measure } from './measure/measure.ts';
import type { Handlers } from './protocol.ts';
import type { RehearsalProgress } from './rehearse/progress.ts';
import { rehearse } from './rehearse/rehearse-plan.ts';
import { finalize } from './snapshot/finalize.ts';
import { inspect } from './snapshot/inspect.ts';
import { readHistory } from './snapshot/read-history.ts';
import { restoreBackup } from './snapshot/restore-backup.ts';

/** One function per task; loaded only after the Node version is known to be right. */
export function handlers(tell: (progress: RehearsalProgress) => void): Handlers {
  return {
    inspect,
    measure,
    rehearse: (request) => withPauses(rehearse(request, tell)),
    compare: (request) => compare(request),
    ask: askView,
    locate,
    tracking: ({ database, table }) => readHistory(database, table),
    restore: restoreBackup,
    finalize,
  };
}

/** What SQLite's library has given up is freed when the event loop runs; of 100,000 statements it is gigabytes. */
const STATEMENTS_BETWEEN_PAUSES = 500;

/** Runs to the end, and lets the event loop run in between. */
async function withPauses<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (count % STATEMENTS_BETWEEN_PAUSES === 0) await setImmediate();
  }
}
