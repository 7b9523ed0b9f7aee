import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { canonical } from '../../../sql/canonical.ts';
import { counted, whole } from '../../../text/numbers.ts';
import type { RawFinding } from '../../rule.ts';
import { shortened, sqlOf } from '../failures/statement-text.ts';
import { placeOf, wasRehearsed } from '../view.ts';
import { list } from '../words.ts';

/** What a file itself takes back again: everything ran, and nothing of it is there. */
export function rolledBackByItself(facts: DatabaseFacts): RawFinding[] {
  const { statements, leftOpen } = facts.rehearsal;
  if (!wasRehearsed(facts) || leftOpen) return [];
  const groups = Map.groupBy(
    statements.filter(({ rolledBack, writes }) => rolledBack && writes),
    (statement) => undoing(facts, statement),
  );
  return [...groups].flatMap(([rollback, undone]) => {
    const lost = undone.filter((statement) => !isDoneAgain(facts, statement));
    if (rollback === undefined || lost.length === 0) return [];
    const tables = [
      ...new Set(
        lost.flatMap(({ names }) => names.map((named) => ('table' in named ? named.table : named.name))),
      ),
    ];
    const [table] = tables;
    return [
      {
        message: `ROLLBACK takes back ${counted(lost.length, 'statement')} of the same file: ${list(
          lost.map((one) => textOf(facts, one)),
          2,
        )}.`,
        remedy: 'End the transaction with COMMIT, or remove what was only a trial.',
        count: lost.length,
        ...(table !== undefined && tables.length === 1 && { table }),
        ...placeOf(facts, [rollback]),
      },
    ];
  });
}

/** The ROLLBACK that took it back. */
function undoing(facts: DatabaseFacts, statement: StatementFacts): StatementFacts | undefined {
  const { statements } = facts.rehearsal;
  return statements
    .slice(statements.indexOf(statement) + 1)
    .find((later) => /^rollback\b/i.test(sqlOf(facts, later) ?? ''));
}

/** The same statement ran once more, and stayed: the first time was a trial. */
function isDoneAgain(facts: DatabaseFacts, statement: StatementFacts): boolean {
  const sql = canonical(sqlOf(facts, statement) ?? '');
  return facts.rehearsal.statements.some(
    (other) => other.status === 'done' && !other.rolledBack && canonical(sqlOf(facts, other) ?? '') === sql,
  );
}

/** Rows that a statement meets, and that a trigger keeps it from touching: a warning where none is left. */
export function ignoredByTrigger(facts: DatabaseFacts): RawFinding[] {
  if (!wasRehearsed(facts)) return [];
  return (facts.rehearsal.ignored ?? []).flatMap(({ statement: at, trigger, rows, skipped }) => {
    const statement = facts.rehearsal.statements[at];
    if (statement === undefined) return [];
    const [target] = statement.names;
    const met = skipped === rows ? counted(rows, 'row') : `${whole(skipped)} of ${counted(rows, 'row')}`;
    return [
      {
        ...(skipped < rows && { severity: 'notice' as const }),
        message: `"${textOf(facts, statement)}" passes over ${met} that it meets: the trigger ${trigger} says RAISE(IGNORE).`,
        remedy:
          'Drop the trigger before the statement and make it again afterwards, or leave out in the condition what it guards.',
        count: skipped,
        object: trigger,
        ...(target !== undefined && { table: target.name }),
        ...placeOf(facts, [statement]),
      },
    ];
  });
}

function textOf(facts: DatabaseFacts, statement: StatementFacts): string {
  return shortened(sqlOf(facts, statement) ?? statement.title, 80);
}
