import type { StatementFacts } from '../../facts/rehearsal.ts';

/** What the parent hears while a rehearsal goes on, so that a killed one still says how far it came. */
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
