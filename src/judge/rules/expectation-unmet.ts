import { isHealthCheck } from '../../facts/database.ts';
import { evaluateRequirements } from '../checks/evaluate.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'expectation-unmet',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'An expectation is not met',
  why: 'The settings say what must be true after the migration, and it is not.',
  remedy: 'Correct the migration, or the expectation.',
  check(facts, settings) {
    return evaluateRequirements(facts, settings)
      .filter(({ met }) => !met)
      .map(({ met: _, text, found, ...subject }) => ({
        message: `Expected: ${text}. Found: ${found}.`,
        ...subject,
        // There only queries are judged.
        ...(isHealthCheck(facts) && { remedy: 'Mend these rows, or correct the query.' }),
      }));
  },
};
