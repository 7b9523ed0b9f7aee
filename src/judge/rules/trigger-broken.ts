import { brokenSightings } from '../kit/broken-findings.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'trigger-broken',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A trigger does not compile',
  why: 'SQLite looks at a trigger only when a write fires it: then every such write of the application fails.',
  remedy: 'Drop the trigger and make it again with the columns and tables that there are now.',
  check: (facts) => brokenSightings(facts, 'trigger'),
};
