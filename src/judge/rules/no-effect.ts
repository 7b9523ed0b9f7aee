import { passedOver } from '../kit/effects/passed-over.ts';
import { ignoredByTrigger, rolledBackByItself } from '../kit/effects/without-effect.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-effect',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A statement ran and did nothing',
  why: 'What it was to make is not there, and nothing fails: the application relies on what does not exist.',
  remedy: 'Correct what keeps the statement from having its effect, or remove it.',
  check: (facts) => [...passedOver(facts), ...rolledBackByItself(facts), ...ignoredByTrigger(facts)],
};
