import type { Rule } from '../rule.ts';

/** Raised in allow.ts, once the allowances have met the findings; no facts alone can tell. */
export const rule: Rule = {
  id: 'allowance-unused',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: false,
  title: 'An allowance matched nothing',
  why: 'What it was written for did not happen; left in place, it may hide a later loss.',
  remedy: 'Remove it, or correct its rule and subject.',
  check: () => [],
};
