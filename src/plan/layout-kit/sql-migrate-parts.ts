import type { StatementStep } from '../../facts/plan.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import { linesOf } from './line-ends.ts';
import { endsStatement, type Unreadable } from './numbered-lines.ts';

/** A file by its annotations. */
export interface Parts {
  up: SqlMigratePart;
  /** Absent where the file has no such annotation. */
  down?: SqlMigratePart;
}

interface SqlMigratePart {
  steps: StatementStep[];
  optsOut: boolean;
}

const COMMAND = '-- +migrate ';
const MORE = 'See https://github.com/rubenv/sql-migrate for details.';
const UNFINISHED = `ERROR: The last statement must be ended by a semicolon or '-- +migrate StatementEnd' marker. ${MORE}`;
const NO_END = "ERROR: saw '-- +migrate StatementBegin' with no matching '-- +migrate StatementEnd'";
const NOTHING = `ERROR: no Up/Down annotations found, so no statements were executed. ${MORE}`;

/**
 * Splits a file as rubenv/sql-migrate does (sqlparse/sqlparse.go), which is line based and knows no SQL. Annotations count
 * letter by letter, what stands before the first one counts for nothing, and lines that begin with `-- ` are dropped.
 */
export function readParts(source: MigrationFile): Parts | Unreadable {
  return new SqlMigrateReader(source).read();
}

class SqlMigrateReader {
  readonly #file: string;
  readonly #lines: string[];
  readonly #up: SqlMigratePart = { steps: [], optsOut: false };
  #down: SqlMigratePart | undefined;
  #part: SqlMigratePart | undefined;
  #inBlock = false;
  /** Lines of the statement that has begun; one that is dropped from the middle of it leaves an empty one. */
  #begun: string[] = [];
  /** There is more in it than comments. */
  #isUnfinished = false;
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
    if (this.#inBlock) return { problem: NO_END, line };
    if (this.#part === undefined) return { problem: NOTHING, line: 1 };
    if (this.#isUnfinished) return { problem: UNFINISHED, line: this.#firstLine };
    return { up: this.#up, ...(this.#down && { down: this.#down }) };
  }

  #take(line: string, number: number): string | undefined {
    if (line.startsWith('-- ') && !line.startsWith('-- +')) this.#drop(line, number);
    else if (line.startsWith(COMMAND)) return this.#command(line.slice(COMMAND.length));
    else if (this.#part !== undefined && !line.startsWith('-- +')) {
      this.#keep(line, number);
      if (!this.#inBlock && endsStatement(line)) this.#close();
    }
    return undefined;
  }

  #command(text: string): string | undefined {
    const [command, ...options] = text.split(/\s+/).filter((word) => word !== '');
    if (command === undefined) return 'ERROR: incomplete migration command';
    if (command === 'Up' || command === 'Down') {
      if (this.#isUnfinished) return UNFINISHED;
      this.#open(command, options);
    } else if (command === 'StatementBegin' && this.#part !== undefined) this.#inBlock = true;
    else if (command === 'StatementEnd' && this.#inBlock) {
      this.#inBlock = false;
      this.#close();
    }
    return undefined;
  }

  /** A second annotation of one kind goes on where the first ended. */
  #open(command: 'Up' | 'Down', options: readonly string[]): void {
    if (command === 'Down') this.#down ??= { steps: [], optsOut: false };
    this.#part = command === 'Up' ? this.#up : this.#down;
    if (this.#part !== undefined && options.includes('notransaction')) this.#part.optsOut = true;
    this.#forget();
  }

  /** Comments above a statement are kept for its title. */
  #drop(line: string, number: number): void {
    if (this.#part !== undefined) this.#keep(this.#isUnfinished ? '' : line, number);
  }

  #keep(line: string, number: number): void {
    if (this.#begun.length === 0) this.#firstLine = number;
    this.#begun.push(line);
    this.#isUnfinished ||= line.trim() !== '' && !line.startsWith('-- ');
  }

  #forget(): void {
    this.#begun = [];
    this.#isUnfinished = false;
  }

  /** What was collected is handed to the database as one text. */
  #close(): void {
    const steps = statementSteps(this.#file, this.#begun.join('\n'), this.#firstLine);
    // One by one: a call takes no hundred thousand arguments.
    for (const step of steps) this.#part?.steps.push(step);
    this.#forget();
  }
}
