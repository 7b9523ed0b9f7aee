import type { RehearsalProgress } from '../engine/rehearse/progress.ts';
import type { Plan } from '../facts/plan.ts';
import type { RehearsalFacts, StepFacts } from '../facts/rehearsal.ts';
import { markRolledBack, untouchedSteps } from '../plan/step-facts.ts';

/** Keeps what a running rehearsal tells, so that a killed one leaves facts behind. */
export class RehearsalNotes {
  readonly #steps: StepFacts[];
  #commits = 0;
  #openSince: number | undefined;
  #running: StepFacts | undefined;

  constructor(plan: Plan) {
    this.#steps = untouchedSteps(plan);
  }

  take(progress: RehearsalProgress): void {
    if ('started' in progress) {
      this.#running = this.#steps[progress.started];
      return;
    }
    this.#steps[progress.at] = progress.facts;
    this.#commits = progress.commits;
    this.#openSince = progress.openSince;
    this.#running = undefined;
  }

  /** The facts of a rehearsal that was cut off: its open transaction is lost, the running statement has failed. */
  facts(outcome: 'timeout' | 'crashed', sqlite: string): RehearsalFacts {
    if (this.#running !== undefined) this.#running.status = 'failed';
    markRolledBack(this.#steps, this.#openSince);
    return { outcome, commits: this.#commits, leftOpen: false, sqlite, steps: this.#steps };
  }
}
