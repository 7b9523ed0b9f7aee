import type { Unchecked } from '../../facts/health.ts';
import { isDamage, missingPart, sqliteFailure } from './errors.ts';

type What = Omit<Unchecked, 'missing'>;

/**
 * Runs one measurement. Where it fails because the schema needs a function, collation or module that is missing here, it
 * adds a note to `unchecked` and returns `undefined`. It throws any other error.
 */
export function attempt<Result>(unchecked: Unchecked[], what: What, act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    const failure = sqliteFailure(error);
    const missing = failure && missingPart(failure);
    if (missing === undefined) throw error;
    unchecked.push({ ...what, missing });
    return undefined;
  }
}

/**
 * Like `attempt`, but takes note of damage too, of a page or of a search index that lacks a table of its own: it must not
 * hide what can be measured elsewhere in the file.
 */
export function attemptRead<Result>(
  unchecked: Unchecked[],
  what: What,
  act: () => Result,
): Result | undefined {
  try {
    return attempt(unchecked, what, act);
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !isDamage(failure)) throw error;
    unchecked.push({ ...what, missing: failure.message, damaged: true });
    return undefined;
  }
}
