import type { Rule } from '../rule.ts';
import { valueSightings } from '../values.ts';
import { executedSteps, writingSteps } from '../view.ts';

export const rule: Rule = {
  id: 'values-changed',
  severity: 'error',
  kind: 'problem',
  title: 'Values changed',
  why: 'Values that were there before are other ones now. Where no UPDATE of the table did it, a copy, a cascade or a trigger did, and probably nobody meant it.',
  remedy: 'Check that these values were to change; if so, allow it with a reason in the config.',
  check(facts) {
    return valueSightings(facts, 'changed', (values) => `${values} changed`).map((sighting) => {
      const updates = writingSteps(facts, sighting.table ?? '', ['update', 'upsert']);
      const meant = updates.length > 0 || executedSteps(facts).length === 0;
      return meant ? { ...sighting, severity: 'warning' } : sighting;
    });
  },
};
