import { meaningfulTokens, type Token } from '../sql/tokens.ts';

/** A name with something in parentheses behind it that can be a call of a function. */
interface Call {
  /** In upper case. */
  name: string;
  /** How many stand between its parentheses. */
  arguments: number;
  /** ORDER BY stands between them, and in no parentheses of its own. */
  isOrdered: boolean;
}

/** Before a name with parentheses that is no function: `CREATE TABLE log(…)`, `INSERT INTO log(…)`, `schema.log(…)`. */
const BEFORE_TABLE = new Set(['TABLE', 'EXISTS', 'INTO', 'REFERENCES', 'WITH', 'RECURSIVE', 'VIEW', '.']);

/**
 * The meaningful tokens of a statement as words: upper case, and something that is no word for what is quoted. Whatever
 * is asked, the words are gone through once.
 */
export class Words {
  readonly text: readonly string[];
  /** A number with `_` between its digits. */
  readonly hasGroupedNumber: boolean;
  readonly #known: ReadonlySet<string>;
  #outer: readonly string[] | undefined;
  #calls: readonly Call[] | undefined;

  constructor(text: readonly string[]) {
    this.text = text;
    this.#known = new Set(text);
    this.hasGroupedNumber = text.some((word) => word.includes('_') && /^\.?\d/.test(word));
  }

  starts(word: string): boolean {
    return this.text[0] === word;
  }

  /** These words stand somewhere, one after the other. */
  has(...words: string[]): boolean {
    // Most of what is asked for stands in no statement at all.
    if (!words.every((word) => this.#known.has(word))) return false;
    if (words.length === 1) return true;
    return this.text.some((_, at) => words.every((word, ahead) => this.text[at + ahead] === word));
  }

  /** The words that stand in no parentheses, with the parentheses. */
  outer(): readonly string[] {
    if (this.#outer !== undefined) return this.#outer;
    let depth = 0;
    this.#outer = this.text.filter((word) => {
      if (word === ')') depth -= 1;
      const isOuter = depth === 0;
      if (word === '(') depth += 1;
      return isOuter;
    });
    return this.#outer;
  }

  calls(): readonly Call[] {
    this.#calls ??= this.#known.has('(') ? this.#readCalls() : [];
    return this.#calls;
  }

  #readCalls(): Call[] {
    const calls: Call[] = [];
    const open: Opened[] = [];
    for (let at = 0; at < this.text.length; at += 1) {
      const word = this.text[at] as string;
      const inner = open.at(-1);
      if (word === ')') {
        const closed = open.pop();
        if (closed !== undefined) calls.push(...this.#callOf(closed, at));
        continue;
      }
      if (inner !== undefined) {
        inner.isEmpty = false;
        if (word === ',') inner.commas += 1;
        if (word === 'ORDER' && this.text[at + 1] === 'BY') inner.isOrdered = true;
      }
      if (word === '(') open.push({ at, isEmpty: true, commas: 0, isOrdered: false });
    }
    return [...calls, ...open.flatMap((opened) => this.#callOf(opened, this.text.length))];
  }

  #callOf({ at, isEmpty, commas, isOrdered }: Opened, close: number): Call[] {
    const name = this.text[at - 1] ?? '';
    if (!/^[A-Z]/.test(name) || this.#namesTable(at - 1, close)) return [];
    return [{ name, arguments: isEmpty ? 0 : commas + 1, isOrdered }];
  }

  #namesTable(at: number, close: number): boolean {
    if (BEFORE_TABLE.has(this.text[at - 1] ?? '')) return true;
    // CREATE INDEX i ON log(…), and the columns of a common table expression.
    const indexed = this.starts('CREATE') && this.text.slice(1, 3).includes('INDEX');
    if (indexed && this.text[at - 1] === 'ON') return true;
    const next = this.text[close + 2];
    return this.text[close + 1] === 'AS' && (next === '(' || next === 'NOT' || next === 'MATERIALIZED');
  }
}

/** A parenthesis that is not closed yet. */
interface Opened {
  at: number;
  isEmpty: boolean;
  commas: number;
  isOrdered: boolean;
}

/** `tokens`: where they are known, those of one statement in a longer text. */
export function wordsOf(sql: string, tokens: readonly Token[] = meaningfulTokens(sql)): Words {
  return new Words(
    tokens.map(({ kind, start, end }) =>
      kind === 'quoted' || kind === 'string' || kind === 'unterminated'
        ? '"'
        : sql.slice(start, end).toUpperCase(),
    ),
  );
}

/** The statements of a trigger's body, with its head in front; any other statement is the only one. */
export function bodies(words: Words): Words[] {
  const isTrigger = words.starts('CREATE') && words.text.slice(1, 3).includes('TRIGGER');
  const begin = isTrigger ? words.text.indexOf('BEGIN') : -1;
  if (begin === -1) return [words];
  const parts: string[][] = [words.text.slice(0, begin), []];
  for (const word of words.text.slice(begin + 1)) {
    if (word === ';') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => new Words(part));
}
