import type { StatementStep } from '../facts/plan.ts';
import { needsOf } from '../statements/features.ts';
import { type Statement, statementsOf } from '../statements/split.ts';
import { namesOf } from '../statements/targets.ts';

const TITLE_LENGTH = 80;
/** Of a text for a title. */
const MOST_READ = 1000;

/**
 * The statements of one migration file, or of a part of it, as steps of a plan; `file` is relative to the workspace,
 * `firstLine` is where the part begins in it.
 */
export function statementSteps(file: string, sql: string, firstLine = 1): StatementStep[] {
  let phase: string | undefined;
  const steps: StatementStep[] = [];
  for (const statement of statementsOf(sql)) {
    phase = phaseOf(statement) ?? phase;
    const names = namesOf(sql, statement.tokens);
    const needs = needsOf(sql, names, statement.tokens);
    steps.push({
      do: 'exec',
      sql: statement.sql,
      file,
      line: statement.line + firstLine - 1,
      title: titleOf(statement),
      ...(phase !== undefined && { phase }),
      names,
      ...(needs.length > 0 && { needs }),
    });
  }
  return steps;
}

/** `-- phase: name` groups the statements from here on; in a block comment it is a line of its own. */
function phaseOf({ comments }: Statement): string | undefined {
  const lines = comments.flatMap(({ text }) => linesOf(text));
  return lines.map((line) => /^phase:\s*(\S.*)$/i.exec(line)?.[1]).findLast(Boolean);
}

/** The author's own words right above the statement, else the statement's first words. */
function titleOf({ sql, comments }: Statement): string {
  const prose = comments.findLast(({ text, adjacent }) => adjacent && proseOf(text) !== '');
  const text = prose === undefined ? sql : proseOf(prose.text);
  // A statement may be as long as a dump: what a title can hold stands at its beginning.
  const words = text.slice(0, MOST_READ).replace(/\s+/g, ' ').replace(/;$/, '');
  const isWhole = words.length <= TITLE_LENGTH && text.length <= MOST_READ;
  return isWhole ? words : `${cutAt(words, TITLE_LENGTH - 1)}…`;
}

/** A comment without what it says to us or to a tool; empty where that leaves no word. */
function proseOf(text: string): string {
  const own = linesOf(text).filter((line) => !MARKER.test(line));
  return own.some((line) => /\p{L}/u.test(line)) ? own.join(' ').trim() : '';
}

/** `--> statement-breakpoint` is written by drizzle-kit, behind every statement. */
const MARKER =
  /^((phase|preflight):|> statement-breakpoint\b|\+(goose|migrate)\b|migrate:(up|down)\b|no-transaction$)/i;

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^[\s*]+/, '').trimEnd());
}

function cutAt(text: string, length: number): string {
  // A surrogate pair is not cut in half.
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
