import { planProblems } from '../kit/failures/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'statement-skipped',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'The tool drops a statement without a word',
  why: 'It reports success and records the file as applied, so that the statement is never run, now or later.',
  remedy: 'Write the file so that the tool sees each statement by itself.',
  check: (facts) => planProblems(facts, 'dropped'),
};
