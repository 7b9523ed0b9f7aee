import type { DatabaseFacts, Mistake } from '../facts/database.ts';
import type { Settings } from '../facts/settings.ts';

/** The facts of a run that was not started, because of mistakes in its settings. */
export function notStarted(
  { databaseName }: Pick<Settings, 'databaseName'>,
  mistakes: Mistake[],
): DatabaseFacts {
  return {
    path: databaseName,
    mistakes,
    rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', steps: [] },
    incidents: [],
    timings: { total: 0 },
  };
}
