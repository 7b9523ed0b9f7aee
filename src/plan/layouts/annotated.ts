import type { StatementStep } from '../../facts/plan.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { statementSteps } from '../statement-steps.ts';
import { endsStatement } from './lines.ts';

/** A file that says by comments of its own which part goes up and which one down. */
export interface Annotated {
  /** Absent where the file has no such part. */
  up?: StatementStep[];
  down?: StatementStep[];
  /** The other words of the annotations, in lower case, such as `no transaction`. */
  words: Set<string>;
  /** Why the tool cannot read the file, with the 1-based line. */
  problem?: { sentence: string; line: number };
}

const UNFINISHED = 'unexpected unfinished SQL query: missing semicolon?';

interface Part {
  steps: StatementStep[];
}

/**
 * Splits as goose (internal/sqlparser/parser.go) and sql-migrate (sqlparse/sqlparse.go) do, which are line based and
 * know no SQL: a statement ends with a line whose last word before a comment ends in a semicolon, unless it stands
 * between StatementBegin and StatementEnd. `mark`: what follows `-- ` in an annotation, such as `+goose`.
 */
export function readAnnotated(source: MigrationFile, mark: string): Annotated {
  return new Reader(source, mark).read();
}

class Reader {
  readonly #source: MigrationFile;
  readonly #annotation: RegExp;
  readonly #result: Annotated = { words: new Set() };
  #part: Part | undefined;
  #direction: 'up' | 'down' | undefined;
  #inBlock = false;
  #lines: string[] = [];
  #firstLine = 1;

  constructor(source: MigrationFile, mark: string) {
    this.#source = source;
    this.#annotation = new RegExp(`^--\\s*${mark.replace('+', '\\+')}\\s+(.*\\S)\\s*$`, 'i');
  }

  read(): Annotated {
    const lines = this.#source.sql.split('\n');
    for (const [at, line] of lines.entries()) {
      this.#take(line.replace(/\r$/, ''), at + 1);
      if (this.#result.problem !== undefined) return this.#result;
    }
    if (this.#inBlock) this.#fail('StatementBegin without StatementEnd', lines.length);
    else if (this.#isUnfinished()) this.#fail(UNFINISHED, this.#firstLine);
    else this.#close();
    return this.#result;
  }

  #take(line: string, number: number): void {
    const words = this.#annotation.exec(line)?.[1]?.toLowerCase();
    if (words !== undefined) this.#annotate(words, number);
    else if (this.#part !== undefined) this.#collect(line, number);
    else if (line.trim() !== '' && !line.trimStart().startsWith('--') && this.#direction === undefined)
      this.#fail('a statement stands before the first annotation', number);
  }

  #annotate(words: string, number: number): void {
    const [first = '', ...others] = words.split(/\s+/);
    if (first === 'statementbegin') {
      this.#close();
      this.#inBlock = true;
    } else if (first === 'statementend') {
      this.#inBlock = false;
      this.#close();
    } else if (first === 'up' || first === 'down') this.#open(first, others, number);
    else this.#result.words.add(words);
  }

  #open(direction: 'up' | 'down', words: readonly string[], number: number): void {
    if (this.#isUnfinished()) this.#fail(UNFINISHED, this.#firstLine);
    else if (this.#result[direction] !== undefined) this.#fail(`a second ${direction} annotation`, number);
    this.#close();
    for (const word of words) this.#result.words.add(word);
    const steps: StatementStep[] = [];
    this.#direction = direction;
    this.#part = { steps };
    this.#result[direction] = steps;
  }

  #collect(line: string, number: number): void {
    if (this.#lines.length === 0) this.#firstLine = number;
    this.#lines.push(line);
    if (!this.#inBlock && endsStatement(line)) this.#close();
  }

  /** What was collected is handed to the database as one text. */
  #close(): void {
    if (this.#lines.length > 0)
      this.#part?.steps.push(...statementSteps(this.#source.file, this.#lines.join('\n'), this.#firstLine));
    this.#lines = [];
  }

  #isUnfinished(): boolean {
    return statementSteps(this.#source.file, this.#lines.join('\n')).length > 0;
  }

  #fail(sentence: string, line: number): void {
    this.#result.problem = { sentence, line };
  }
}
