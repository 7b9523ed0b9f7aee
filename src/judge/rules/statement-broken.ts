import { failedStatements, type JudgedStatement } from '../checks/failed-statements.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'statement-broken',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: "The application's SQL does not fit the schema",
  why: 'The application fails as soon as it comes to that statement, although the migration went well.',
  remedy: 'Keep what the statement needs until no released application uses it, or change both together.',
  check(facts) {
    return failedStatements(facts).map((statement) => {
      const { file, line, broken } = statement;
      return {
        ...(!broken && {
          severity: 'notice' as const,
          remedy: 'Correct the statement, or leave its file out of checks.statements.',
        }),
        message: messageOf(statement),
        object: file,
        location: { file, line },
      };
    });
  },
};

function messageOf({ broken, message, earlier }: JudgedStatement): string {
  if (broken) return `This statement prepared before the migration, and does not after it: ${message}.`;
  if (earlier === undefined) return `This statement does not prepare: ${message}.`;
  const before = earlier === message ? '' : ` (before: ${earlier})`;
  return `This statement prepared neither before nor after the migration: ${message}${before}.`;
}
