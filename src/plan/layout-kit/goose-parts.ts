import type { StatementStep } from '../../facts/plan.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import { linesOf } from './line-ends.ts';
import { endsStatement, quoted, type Unreadable } from './numbered-lines.ts';

export type Direction = 'up' | 'down';

/** What a file has for one direction, by its annotations. */
export interface GoosePart {
  steps: StatementStep[];
  /** It has a down part, whichever way it was read. */
  goesDown: boolean;
  /** For both ways. */
  optsOut: boolean;
  /** It takes values from the environment. */
  substitutes: boolean;
}

const ANNOTATIONS = [
  'up',
  'down',
  'statementbegin',
  'statementend',
  'no transaction',
  'envsub on',
  'envsub off',
] as const;
type GooseAnnotation = (typeof ANNOTATIONS)[number];

const NO_UP = "failed to parse migration: must start with '-- +goose Up' annotation";
const SECOND_UP = "duplicate '-- +goose Up' annotations";
const EARLY_DOWN = "must start with '-- +goose Up' annotation";
const EARLY_BEGIN =
  "'-- +goose StatementBegin' must be defined after '-- +goose Up' or '-- +goose Down' annotation";
const EARLY_END = "'-- +goose StatementEnd' must be defined after '-- +goose StatementBegin'";
const NO_END = "failed to parse migration: missing '-- +goose StatementEnd' annotation";
const UNFINISHED = 'failed to parse migration: unexpected unfinished SQL query: missing semicolon?';

/**
 * Reads a file as pressly/goose does (internal/sqlparser/parser.go), which is line based and knows no SQL: a statement
 * ends with a line whose last word before a comment ends in a semicolon, unless it stands between StatementBegin and
 * StatementEnd. A comment that names goose anywhere is an annotation, or an error. Of the other direction's part only the
 * annotations are read, so an unfinished statement there is no error.
 */
export function readPart(source: MigrationFile, direction: Direction): GoosePart | Unreadable {
  return new GooseReader(source, direction).read();
}

class GooseReader {
  readonly #file: string;
  readonly #lines: string[];
  readonly #direction: Direction;
  readonly #part: GoosePart = { steps: [], goesDown: false, optsOut: false, substitutes: false };
  #at: 'start' | Direction = 'start';
  #block: 'none' | 'open' | 'closed' = 'none';
  /** Comments and empty lines before a statement: they are not handed to the database, and its title is among them. */
  #above: string[] = [];
  /** The statement that has begun. A line of blanks begins one too, and the comments after it then belong to it. */
  #begun: string[] = [];
  /** Of what stands in the two above, which follow each other. */
  #firstLine = 1;

  constructor(source: MigrationFile, direction: Direction) {
    this.#file = source.file;
    this.#lines = linesOf(source);
    this.#direction = direction;
  }

  read(): GoosePart | Unreadable {
    for (const [index, line] of this.#lines.entries()) {
      if (this.#above.length + this.#begun.length === 0) this.#firstLine = index + 1;
      const problem = this.#take(line);
      if (problem !== undefined) return this.#unreadable(problem, index + 1);
    }
    if (this.#at === 'start') return { problem: NO_UP, line: 1 };
    if (this.#block === 'open') return { problem: NO_END, line: this.#lines.length };
    return this.#isUnfinished() ? this.#unreadable(UNFINISHED, this.#lines.length) : this.#part;
  }

  /** What is unfinished is so where it begins. */
  #unreadable(problem: string, line: number): Unreadable {
    const blanks = this.#begun.findIndex((begun) => !isBlank(begun));
    return { problem, line: problem === UNFINISHED ? this.#firstLine + this.#above.length + blanks : line };
  }

  #take(line: string): string | undefined {
    if (isComment(line) && line.includes('+goose')) {
      const annotation = annotationIn(line);
      if ('problem' in annotation)
        return `failed to parse annotation line ${quoted(line)}: ${annotation.problem}`;
      return this.#annotate(annotation.name);
    }
    if (this.#begun.length === 0 && (line === '' || isComment(line))) this.#above.push(line);
    else if (this.#at === 'start') {
      if (isBlank(line)) return undefined;
      return `failed to parse migration: unexpected state 0 on line ${quoted(line)}`;
    } else if (this.#at === this.#direction) this.#write(line);
    return undefined;
  }

  #write(line: string): void {
    // A block without a statement is closed by the next line that is none of its own, and the tool loses that line.
    const isLost = this.#block === 'closed';
    if (!isLost) this.#begun.push(line);
    if (isLost || (this.#block === 'none' && endsStatement(line))) this.#close();
  }

  #annotate(name: GooseAnnotation): string | undefined {
    if (name === 'up' || name === 'down') return this.#open(name);
    // Stands for the line, so that the lines are counted, and a comment above a block stays next to its statement.
    if (this.#begun.length > 0) this.#begun.push('');
    else this.#above.push('--');
    if (name === 'no transaction') this.#part.optsOut = true;
    else if (name === 'envsub on') this.#part.substitutes = true;
    else if (name === 'statementbegin') {
      if (this.#at === 'start' || this.#block === 'open') return EARLY_BEGIN;
      this.#block = 'open';
    } else if (name === 'statementend') {
      if (this.#block !== 'open') return EARLY_END;
      this.#block = 'closed';
      if (this.#begun.length > 0) this.#close();
    }
    return undefined;
  }

  #open(direction: Direction): string | undefined {
    if (direction === 'up' && this.#at !== 'start') return SECOND_UP;
    if (direction === 'down' && (this.#at !== 'up' || this.#block === 'open')) return EARLY_DOWN;
    if (this.#isUnfinished()) return UNFINISHED;
    this.#at = direction;
    this.#block = 'none';
    this.#above = [];
    this.#begun = [];
    this.#part.goesDown = direction === 'down';
    return undefined;
  }

  #isUnfinished(): boolean {
    return this.#begun.some((line) => !isBlank(line));
  }

  /** What was collected is handed to the database as one text. */
  #close(): void {
    const text = [...this.#above, ...this.#begun].join('\n');
    // One by one: a call takes no hundred thousand arguments.
    for (const step of statementSteps(this.#file, text, this.#firstLine)) this.#part.steps.push(step);
    this.#block = 'none';
    this.#above = [];
    this.#begun = [];
  }
}

/** As Go counts white space: a byte order mark is none. */
function isBlank(line: string): boolean {
  return /^[^\S\uFEFF]*$/.test(line);
}

function isComment(line: string): boolean {
  return /^[^\S\uFEFF]*--/.test(line);
}

function annotationIn(line: string): { name: GooseAnnotation } | { problem: string } {
  if (/^[ \t]/.test(line))
    return { problem: `${quoted(line)} contains leading whitespace: invalid annotation` };
  const text = line.replaceAll('--', '').replace('+goose', '').trim();
  const name = ANNOTATIONS.find((one) => one === text.toLowerCase());
  if (name !== undefined) return { name };
  if (text === '') return { problem: 'empty annotation' };
  return { problem: `${quoted(text)} not supported: invalid annotation` };
}
