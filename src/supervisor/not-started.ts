import type { DatabaseFacts, Mistake } from '../facts/database.ts';
import { assemble } from './facts-part.ts';

/** The facts of a run that was not started, because of mistakes in its settings. `path`: of the database, or empty. */
export function notStarted(path: string, mistakes: Mistake[]): DatabaseFacts {
  return assemble(path, [{ facts: { mistakes } }], { total: 0 });
}
