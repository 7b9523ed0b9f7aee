import { compare } from './compare/compare.ts';
import { locate } from './locate/locate.ts';
import { measure } from './measure/measure.ts';
import type { EngineMessage, Handlers } from './protocol.ts';
import { rehearse } from './rehearse/rehearse-plan.ts';
import { finalize } from './snapshot/finalize.ts';
import { inspect } from './snapshot/inspect.ts';
import { readHistory } from './snapshot/read-history.ts';
import { restoreBackup } from './snapshot/restore-backup.ts';

/** One function per task; loaded only after the Node version is known to be right. */
export function handlers(say: (message: EngineMessage) => void): Handlers {
  return {
    inspect,
    measure,
    rehearse: (request) => rehearse(request, (progress) => say({ say: 'progress', progress })),
    compare: (request) => compare(request),
    locate,
    tracking: ({ database, table }) => readHistory(database, table),
    restore: restoreBackup,
    finalize,
  };
}
