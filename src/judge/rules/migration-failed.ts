import { explain, locationOf, missingPart } from '../kit/failure-causes.ts';
import { planProblems } from '../kit/plan-problems.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-failed',
  severity: 'error',
  kind: 'problem',
  about: 'failure',
  loss: 'never',
  allowable: false,
  title: 'The migration fails',
  why: 'Production would stop at the same statement.',
  remedy: 'Correct the statement, and rehearse again.',
  check(facts) {
    const { rehearsal, plan, command } = facts;
    const { failure, statements, outcome } = rehearsal;
    const invalid = planProblems(facts, 'invalid');
    if (outcome !== 'failed' || failure === undefined || failure.during === 'refusal') return invalid;
    if (missingPart(failure) !== undefined) return invalid;
    const statement = failure.statement === undefined ? undefined : statements[failure.statement];
    const remedy = command === undefined ? explain(failure, plan?.profile) : commandRemedy(command.exitCode);
    return [
      ...invalid,
      {
        message: `${statement === undefined ? ACTS[failure.during] : `"${statement.title}"`} fails: ${failure.message}.`,
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
  opening: 'The next opening of the database',
  command: 'The command',
};

/** What a shell means by its own exit codes (POSIX, Shell Command Language, 2.8.2). */
function commandRemedy(exitCode: number | undefined): string {
  if (exitCode === 127) {
    return 'The shell found no such program: install it in a step before this one, or correct its path, which starts from `working-directory`.';
  }
  if (exitCode === 126)
    return 'The program may not be executed: give it permission, or name its interpreter.';
  return "Read what it printed in the job's log, where this step runs the command; no report holds it.";
}
