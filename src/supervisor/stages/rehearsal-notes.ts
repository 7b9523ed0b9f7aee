import type { RehearsalProgress } from '../../engine/rehearse/progress.ts';
import type { Plan } from '../../facts/plan.ts';
import type { RehearsalFacts, StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { markRolledBack, untouchedStatements } from '../../plan/statement-facts.ts';

/** Keeps what a running rehearsal reports, so that one that is killed leaves facts behind. */
export class RehearsalNotes {
  readonly #statements: StatementFacts[];
  #commits = 0;
  #openSince: number | undefined;
  #running: StatementFacts | undefined;

  constructor(plan: Plan) {
    this.#statements = untouchedStatements(plan);
  }

  take(progress: RehearsalProgress): void {
    if ('started' in progress) {
      this.#running = this.#statements[progress.started];
      return;
    }
    this.#statements[progress.at] = progress.facts;
    this.#commits = progress.commits;
    this.#openSince = progress.openSince;
    this.#running = undefined;
  }

  /** The facts of a rehearsal that was cut off: its open transaction is lost, the running statement has failed. */
  facts(outcome: 'timeout' | 'crashed', sqlite: string): RehearsalFacts {
    if (this.#running !== undefined) this.#running.status = 'failed';
    markRolledBack(this.#statements, this.#openSince);
    return { outcome, commits: this.#commits, leftOpen: false, sqlite, statements: this.#statements };
  }
}
