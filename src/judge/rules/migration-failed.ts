import { explain, isQuotedText, locationOf, missingFunction } from '../failure-causes.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-failed',
  severity: 'error',
  kind: 'problem',
  title: 'The migration fails',
  why: 'Production would stop at the same statement.',
  remedy: 'Correct the statement, and rehearse again.',
  check({ rehearsal, plan }) {
    const { failure, steps, outcome } = rehearsal;
    if (outcome !== 'failed' || failure === undefined || missingFunction(failure) !== undefined) return [];
    const step = failure.step === undefined ? undefined : steps[failure.step];
    const act = { statement: `"${step?.title}"`, begin: 'BEGIN', commit: 'COMMIT', pragma: 'PRAGMA' }[
      failure.during
    ];
    const tolerated = isQuotedText(failure.message) ? ' The production driver may accept it.' : '';
    const remedy = explain(failure, plan?.profile);
    return [
      {
        message: `${act} fails: ${failure.message}.${tolerated}`,
        ...(remedy !== undefined && { remedy }),
        ...locationOf(failure),
      },
    ];
  },
};
