import { explain, isQuotedText, locationOf, missingFunction } from '../failure-causes.ts';
import { planProblems } from '../plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-failed',
  severity: 'error',
  kind: 'problem',
  title: 'The migration fails',
  why: 'Production would stop at the same statement.',
  remedy: 'Correct the statement, and rehearse again.',
  check(facts) {
    const { rehearsal, plan } = facts;
    const { failure, steps, outcome } = rehearsal;
    const invalid = planProblems(facts, 'invalid');
    if (outcome !== 'failed' || failure === undefined || failure.during === 'refusal') return invalid;
    if (missingFunction(failure) !== undefined) return invalid;
    const step = failure.step === undefined ? undefined : steps[failure.step];
    const tolerated = isQuotedText(failure.message) ? ' The production driver may accept it.' : '';
    const remedy = explain(failure, plan?.profile);
    return [
      ...invalid,
      {
        message: `${step === undefined ? ACTS[failure.during] : `"${step.title}"`} fails: ${failure.message}.${tolerated}`,
        ...(remedy !== undefined && { remedy }),
        ...locationOf(failure),
      },
    ];
  },
};

const ACTS = {
  statement: 'The statement',
  begin: 'BEGIN',
  commit: 'COMMIT',
  pragma: 'PRAGMA',
  record: "The tool's own record of the migration",
  refusal: 'The tool',
};
