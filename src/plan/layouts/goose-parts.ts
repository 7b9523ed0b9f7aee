import type { StatementStep } from '../../facts/plan.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import { endsStatement, type Unreadable } from './lines.ts';
import { linesOf } from './text.ts';

/** A file by its annotations. */
export interface Parts {
  up: StatementStep[];
  /** Absent where the file has no such annotation. */
  down?: StatementStep[];
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
type Annotation = (typeof ANNOTATIONS)[number];

const NO_UP = "failed to parse migration: must start with '-- +goose Up' annotation";
const SECOND_UP = "duplicate '-- +goose Up' annotations";
const EARLY_DOWN = "must start with '-- +goose Up' annotation";
const EARLY_BEGIN =
  "'-- +goose StatementBegin' must be defined after '-- +goose Up' or '-- +goose Down' annotation";
const EARLY_END = "'-- +goose StatementEnd' must be defined after '-- +goose StatementBegin'";
const NO_END = "failed to parse migration: missing '-- +goose StatementEnd' annotation";
const UNFINISHED = 'failed to parse migration: unexpected unfinished SQL query: missing semicolon?';

/**
 * Splits a file as pressly/goose does (internal/sqlparser/parser.go), which is line based and knows no SQL: a statement
 * ends with a line whose last word before a comment ends in a semicolon, unless it stands between StatementBegin and
 * StatementEnd. A comment that names goose anywhere is an annotation, or an error.
 */
export function readParts(source: MigrationFile): Parts | Unreadable {
  return new Reader(source).read();
}

class Reader {
  readonly #file: string;
  readonly #lines: string[];
  readonly #parts: Parts = { up: [], optsOut: false, substitutes: false };
  #state: 'start' | 'up' | 'down' = 'start';
  #inBlock = false;
  /** Lines of the statement that has begun, with the comments above it for its title. */
  #begun: string[] = [];
  #firstLine = 1;

  constructor(source: MigrationFile) {
    this.#file = source.file;
    this.#lines = linesOf(source);
  }

  read(): Parts | Unreadable {
    for (const [at, line] of this.#lines.entries()) {
      const problem = this.#take(line, at + 1);
      if (problem !== undefined) return { problem, line: at + 1 };
    }
    const line = this.#lines.length;
    if (this.#state === 'start') return { problem: NO_UP, line: 1 };
    if (this.#inBlock) return { problem: NO_END, line };
    if (this.#isUnfinished()) return { problem: UNFINISHED, line: this.#firstLine };
    return this.#parts;
  }

  #take(line: string, number: number): string | undefined {
    if (isComment(line) && line.includes('+goose')) {
      const annotation = annotationIn(line);
      if ('problem' in annotation)
        return `failed to parse annotation line ${JSON.stringify(line)}: ${annotation.problem}`;
      return this.#annotate(annotation.name);
    }
    if (this.#state === 'start') {
      if (line.match(/^[ \t]*$/) || isComment(line)) return undefined;
      return `failed to parse migration: unexpected state 0 on line ${JSON.stringify(line)}`;
    }
    if (this.#begun.length === 0) this.#firstLine = number;
    this.#begun.push(line);
    if (this.#isUnfinished() && !this.#inBlock && endsStatement(line)) this.#close();
    return undefined;
  }

  #annotate(name: Annotation): string | undefined {
    if (name === 'no transaction') this.#parts.optsOut = true;
    else if (name === 'envsub on') this.#parts.substitutes = true;
    else if (name === 'up' || name === 'down') return this.#open(name);
    else if (name === 'statementbegin') {
      if (this.#state === 'start' || this.#inBlock) return EARLY_BEGIN;
      this.#inBlock = true;
    } else if (name === 'statementend') {
      if (!this.#inBlock) return EARLY_END;
      this.#inBlock = false;
      this.#close();
    }
    return undefined;
  }

  #open(direction: 'up' | 'down'): string | undefined {
    if (direction === 'up' && this.#state !== 'start') return SECOND_UP;
    if (direction === 'down' && (this.#state !== 'up' || this.#inBlock)) return EARLY_DOWN;
    if (this.#isUnfinished()) return UNFINISHED;
    this.#state = direction;
    this.#begun = [];
    if (direction === 'down') this.#parts.down = [];
    return undefined;
  }

  #isUnfinished(): boolean {
    return this.#begun.some((line) => line.trim() !== '' && !isComment(line));
  }

  /** What was collected is handed to the database as one text. */
  #close(): void {
    const part = this.#state === 'down' ? this.#parts.down : this.#parts.up;
    part?.push(...statementSteps(this.#file, this.#begun.join('\n'), this.#firstLine));
    this.#begun = [];
  }
}

/** A byte order mark is no white space here. */
function isComment(line: string): boolean {
  return /^[ \t\f\v\r]*--/.test(line);
}

function annotationIn(line: string): { name: Annotation } | { problem: string } {
  if (/^[ \t]/.test(line))
    return { problem: `${JSON.stringify(line)} contains leading whitespace: invalid annotation` };
  const text = line.replaceAll('--', '').replace('+goose', '').trim();
  const name = ANNOTATIONS.find((one) => one === text.toLowerCase());
  if (name !== undefined) return { name };
  if (text === '') return { problem: 'empty annotation' };
  return { problem: `${JSON.stringify(text)} not supported: invalid annotation` };
}
