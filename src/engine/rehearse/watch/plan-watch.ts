import type { Plan } from '../../../facts/plan.ts';
import type { RehearsalFacts } from '../../../facts/rehearsal/rehearsal.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { RehearsalProgress } from '../progress.ts';
import { MadeWatch } from './made-watch.ts';
import { NoEffectWatch } from './no-effects.ts';
import { RelatedSchema } from './related-schema.ts';
import { LossWatch } from './transient-losses.ts';
import { TriggerWatch } from './trigger-effects.ts';

type Seen = Pick<
  RehearsalFacts,
  'transientLosses' | 'noEffects' | 'sideEffects' | 'sideEffectsUncounted' | 'ignored' | 'madeAndLost'
>;

/** All that is watched while a plan runs and that both ends of it do not show. It only selects. */
export class PlanWatch {
  readonly #losses: LossWatch;
  readonly #triggers: TriggerWatch;
  readonly #made: MadeWatch;
  readonly #noEffects: NoEffectWatch;

  constructor(connection: Connection, plan: Plan) {
    const related = new RelatedSchema(connection);
    this.#losses = new LossWatch(connection, plan, related);
    this.#triggers = new TriggerWatch(connection, plan, related);
    this.#made = new MadeWatch(connection, plan);
    this.#noEffects = new NoEffectWatch(connection, plan);
  }

  /** To be called before and after each statement. */
  hear(progress: RehearsalProgress): void {
    this.#losses.hear(progress);
    this.#triggers.hear(progress);
    this.#made.hear(progress);
    this.#noEffects.hear(progress);
  }

  /** What was seen of statements that stay; each is absent where there is nothing. */
  found(stays: (statement: number) => boolean): Seen {
    const seen = {
      transientLosses: this.#losses.found(stays),
      noEffects: this.#noEffects.found(stays),
      sideEffects: this.#triggers.sideEffects(stays),
      ignored: this.#triggers.ignored(stays),
      madeAndLost: this.#made.found(stays),
    };
    const some = Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length > 0));
    return { ...some, ...(this.#triggers.gaveUp && { sideEffectsUncounted: true }) };
  }
}
