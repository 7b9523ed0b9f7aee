import { meaningfulTokens } from '../sql/tokens.ts';

/** A name with something in parentheses behind it that can be a call of a function. */
interface Call {
  /** In upper case. */
  name: string;
  inside: Words;
}

/** Before a name with parentheses that is no function: `CREATE TABLE log(…)`, `INSERT INTO log(…)`, `schema.log(…)`. */
const BEFORE_TABLE = new Set(['TABLE', 'EXISTS', 'INTO', 'REFERENCES', 'WITH', 'RECURSIVE', 'VIEW', '.']);

/** The meaningful tokens of a statement as words: upper case, and something that is no word for what is quoted. */
export class Words {
  readonly text: readonly string[];
  /** A number with `_` between its digits. */
  readonly hasGroupedNumber: boolean;
  /** How many parentheses are open around each word; a pair itself counts as outside. */
  readonly #depths: readonly number[];

  constructor(text: readonly string[]) {
    this.text = text;
    this.hasGroupedNumber = text.some((word) => /^\.?\d.*_/.test(word));
    let depth = 0;
    this.#depths = text.map((word) => {
      if (word === ')') depth -= 1;
      const own = depth;
      if (word === '(') depth += 1;
      return own;
    });
  }

  starts(word: string): boolean {
    return this.text[0] === word;
  }

  /** These words stand somewhere, one after the other. */
  has(...words: string[]): boolean {
    return this.text.some((_, at) => words.every((word, ahead) => this.text[at + ahead] === word));
  }

  /** The words that stand in no parentheses, with the parentheses. */
  outer(): string[] {
    return this.text.filter((_, at) => this.#depths[at] === 0);
  }

  calls(): Call[] {
    return this.text.flatMap((name, at) => {
      if (!/^[A-Z]/.test(name) || this.text[at + 1] !== '(') return [];
      const close = this.#depths.indexOf(this.#depths[at] ?? 0, at + 2);
      if (this.#namesTable(at, close)) return [];
      return [{ name, inside: new Words(this.text.slice(at + 2, close === -1 ? undefined : close)) }];
    });
  }

  #namesTable(at: number, close: number): boolean {
    if (BEFORE_TABLE.has(this.text[at - 1] ?? '')) return true;
    // CREATE INDEX i ON log(…), and the columns of a common table expression.
    const indexed = this.starts('CREATE') && this.text.slice(1, 3).includes('INDEX');
    if (indexed && this.text[at - 1] === 'ON') return true;
    const [as, next] = this.text.slice(close + 1, close + 3);
    return as === 'AS' && (next === '(' || next === 'NOT' || next === 'MATERIALIZED');
  }
}

export function wordsOf(sql: string): Words {
  return new Words(
    meaningfulTokens(sql).map(({ kind, start, end }) =>
      kind === 'quoted' || kind === 'string' || kind === 'unterminated'
        ? '"'
        : sql.slice(start, end).toUpperCase(),
    ),
  );
}

/** The statements of a trigger's body, with its head in front; any other statement is the only one. */
export function bodies(words: Words): Words[] {
  const isTrigger = words.starts('CREATE') && words.text.slice(1, 3).includes('TRIGGER');
  const begin = words.text.indexOf('BEGIN');
  if (!isTrigger || begin === -1) return [words];
  const parts: string[][] = [words.text.slice(0, begin), []];
  for (const word of words.text.slice(begin + 1)) {
    if (word === ';') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => new Words(part));
}

/** How many arguments stand between the parentheses of a call. */
export function argumentsOf(inside: Words): number {
  return inside.text.length === 0 ? 0 : inside.outer().filter((word) => word === ',').length + 1;
}
