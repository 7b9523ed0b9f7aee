import type { Degraded } from '../../facts/health.ts';
import { isDamage, missingPart, sqliteFailure } from './errors.ts';

type What = Omit<Degraded, 'missing'>;

/**
 * Runs one measurement. Where it fails because the schema needs a function, collation or module that is missing
 * here, that is noted in `degraded` and `undefined` comes back; any other error is thrown on.
 */
export function attempt<Result>(degraded: Degraded[], what: What, act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    const failure = sqliteFailure(error);
    const missing = failure && missingPart(failure);
    if (missing === undefined) throw error;
    degraded.push({ ...what, missing });
    return undefined;
  }
}

/**
 * Like `attempt`, and damage is noted too, of a page or of a search index that lacks a table of its own: it must not hide
 * what can be measured elsewhere in the file.
 */
export function attemptRead<Result>(degraded: Degraded[], what: What, act: () => Result): Result | undefined {
  try {
    return attempt(degraded, what, act);
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !isDamage(failure)) throw error;
    degraded.push({ ...what, missing: failure.message, damaged: true });
    return undefined;
  }
}
