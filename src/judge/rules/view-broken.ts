import { brokenSightings } from '../kit/broken-findings.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'view-broken',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A view does not compile',
  why: 'SQLite looks at a view only when a query reads it: then the query fails.',
  remedy: 'Drop the view and make it again with the columns and tables that there are now.',
  check: (facts) => brokenSightings(facts, 'view'),
};
