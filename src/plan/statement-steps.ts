import type { StatementStep } from '../facts/plan.ts';
import { namesOf } from './names.ts';
import { type Statement, splitStatements } from './statements.ts';

const TITLE_LENGTH = 80;

/** The statements of one migration file as steps of a plan; `file` is relative to the workspace. */
export function statementSteps(file: string, sql: string): StatementStep[] {
  let phase: string | undefined;
  return splitStatements(sql).map((statement) => {
    phase = phaseOf(statement) ?? phase;
    return {
      do: 'exec',
      sql: statement.sql,
      file,
      line: statement.line,
      title: titleOf(statement),
      ...(phase !== undefined && { phase }),
      names: namesOf(statement.sql),
    };
  });
}

/** `-- phase: name` groups the statements from here on. */
function phaseOf(statement: Statement): string | undefined {
  return statement.comments.map(({ text }) => /^phase:\s*(\S.*)$/i.exec(text)?.[1]).findLast(Boolean);
}

/** The author's own words right above the statement, else the statement's first words. */
function titleOf({ sql, comments }: Statement): string {
  const own = comments.findLast(({ text, adjacent }) => adjacent && isProse(text))?.text;
  const words = (own ?? sql).split(/\s+/).join(' ').replace(/;$/, '');
  return words.length <= TITLE_LENGTH ? words : `${cutAt(words, TITLE_LENGTH - 1)}…`;
}

function isProse(text: string): boolean {
  return /\p{L}/u.test(text) && !/^(phase|preflight):/i.test(text);
}

function cutAt(text: string, length: number): string {
  // A surrogate pair is not cut in half.
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
