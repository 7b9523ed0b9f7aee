import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';

/** What the parent is told during a rehearsal, so that it knows how far one came that it kills. */
export type RehearsalProgress =
  | { started: number }
  | {
      /** Index among all statements of the plan. */
      at: number;
      facts: StatementFacts;
      commits: number;
      /** First statement of the transaction that is open now. */
      openSince?: number;
    };
