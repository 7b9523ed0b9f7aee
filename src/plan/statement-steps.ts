import type { StatementStep } from '../facts/plan.ts';
import { needsOf } from '../statements/features.ts';
import { type Statement, splitStatements } from '../statements/split.ts';
import { namesOf } from '../statements/targets.ts';

const TITLE_LENGTH = 80;

/**
 * The statements of one migration file, or of a part of it, as steps of a plan; `file` is relative to the workspace,
 * `firstLine` is where the part begins in it.
 */
export function statementSteps(file: string, sql: string, firstLine = 1): StatementStep[] {
  let phase: string | undefined;
  return splitStatements(sql).map((statement) => {
    phase = phaseOf(statement) ?? phase;
    const names = namesOf(statement.sql);
    const needs = needsOf(statement.sql, names);
    return {
      do: 'exec',
      sql: statement.sql,
      file,
      line: statement.line + firstLine - 1,
      title: titleOf(statement),
      ...(phase !== undefined && { phase }),
      names,
      ...(needs.length > 0 && { needs }),
    };
  });
}

/** `-- phase: name` groups the statements from here on; in a block comment it is a line of its own. */
function phaseOf({ comments }: Statement): string | undefined {
  const lines = comments.flatMap(({ text }) => linesOf(text));
  return lines.map((line) => /^phase:\s*(\S.*)$/i.exec(line)?.[1]).findLast(Boolean);
}

/** The author's own words right above the statement, else the statement's first words. */
function titleOf({ sql, comments }: Statement): string {
  const prose = comments.filter(({ adjacent }) => adjacent).map(({ text }) => proseOf(text));
  const words = (prose.findLast(Boolean) ?? sql).split(/\s+/).join(' ').replace(/;$/, '');
  return words.length <= TITLE_LENGTH ? words : `${cutAt(words, TITLE_LENGTH - 1)}…`;
}

/** A comment without what it says to us; empty where that leaves no word. */
function proseOf(text: string): string {
  const own = linesOf(text).filter((line) => !/^(phase|preflight):/i.test(line));
  return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^[\s*]+|\s+$/g, ''));
}

function cutAt(text: string, length: number): string {
  // A surrogate pair is not cut in half.
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
