import type { DatabaseFacts, Mistake } from '../facts/database.ts';

/** The facts of a run that was not started, because of mistakes in its settings. `path`: of the database, or empty. */
export function notStarted(path: string, mistakes: Mistake[]): DatabaseFacts {
  return {
    path,
    mistakes,
    rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', statements: [] },
    incidents: [],
    timings: { total: 0 },
  };
}
