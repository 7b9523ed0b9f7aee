import type { DatabaseFacts } from '../../facts/database.ts';
import type { Settings } from '../../facts/settings.ts';
import { type Evaluated, evaluateExpectations } from './expectations.ts';
import { lostReferences } from './lost-references.ts';
import { evaluateQueries } from './query-results.ts';

/** All that the settings say must be true, held against what was measured. */
export function evaluateRequirements(facts: DatabaseFacts, { checks, expect }: Settings): Evaluated[] {
  return [
    ...evaluateExpectations(facts, expect),
    ...lostReferences(facts, checks.references),
    ...evaluateQueries(facts),
  ];
}
