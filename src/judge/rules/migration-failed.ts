import type { DatabaseFacts } from '../../facts/database.ts';
import type { StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { explain, locationOf, missingPart } from '../kit/failures/failure-causes.ts';
import { keptAfterFailure, recordedWords } from '../kit/failures/kept.ts';
import { planProblems } from '../kit/failures/plan-problems.ts';
import { shortened, sqlOf } from '../kit/failures/statement-text.ts';
import { subjectOf, violationWords } from '../kit/failures/violation-words.ts';
import type { RawFinding, Rule } from '../rule.ts';

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
    const invalid = withRecorded(facts, planProblems(facts, 'invalid'));
    if (outcome !== 'failed' || failure === undefined || failure.during === 'refusal') return invalid;
    if (missingPart(failure) !== undefined) return invalid;
    const statement = failure.statement === undefined ? undefined : statements[failure.statement];
    const what = statement === undefined ? ACTS[failure.during] : `"${textOf(facts, statement)}"`;
    const halfWay = keptAfterFailure(facts).statements.length > 0;
    const remedy = command === undefined ? explain(failure, plan?.profile) : commandRemedy(command.exitCode);
    return [
      ...invalid,
      {
        message: `${what} fails: ${failure.message}.${violationWords(failure.violation)}${halfWay ? '' : recordedWords(facts)}`,
        ...(remedy !== undefined && { remedy }),
        ...subjectOf(failure.violation),
        ...locationOf(failure),
      },
    ];
  },
};

/** Where the tool stops at a file that it cannot use, what it ran before stays. */
function withRecorded(facts: DatabaseFacts, problems: readonly RawFinding[]): RawFinding[] {
  const { outcome, failure } = facts.rehearsal;
  if (outcome !== 'failed' || failure?.during !== 'refusal') return [...problems];
  const words = recordedWords(facts);
  return problems.map((problem, at) =>
    at === problems.length - 1 ? { ...problem, message: `${problem.message}${words}` } : problem,
  );
}

/** Of the failing statement one wants to see the SQL itself, whatever its author wrote above it. */
function textOf(facts: DatabaseFacts, statement: StatementFacts): string {
  return shortened(sqlOf(facts, statement) ?? statement.title);
}

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
