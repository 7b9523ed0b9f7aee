import { meaningfulTokens, nameOf, type Token } from '../sql/tokens.ts';

/** A cursor over the meaningful tokens of one statement. */
export class Reader {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  /** `tokens`: where they are known, those of one statement in a longer text. */
  constructor(sql: string, tokens: readonly Token[] = meaningfulTokens(sql)) {
    this.#sql = sql;
    this.#tokens = tokens;
  }

  next(): void {
    this.#at += 1;
  }

  /** Upper-case text of the token here; quoted names are no keywords. */
  keyword(ahead = 0): string {
    const token = this.#tokens[this.#at + ahead];
    if (token === undefined || token.kind === 'quoted' || token.kind === 'string') return '';
    return this.#sql.slice(token.start, token.end).toUpperCase();
  }

  accept(...words: string[]): boolean {
    const found = words.includes(this.keyword());
    if (found) this.next();
    return found;
  }

  /** Skips the words if all of them stand here in this order. */
  acceptAll(...words: string[]): void {
    if (words.every((word, ahead) => this.keyword(ahead) === word)) this.#at += words.length;
  }

  /** `OR REPLACE` and its likes: the action, or `''`. */
  conflictClause(): string {
    if (!this.accept('OR')) return '';
    const action = this.keyword();
    this.next();
    return action;
  }

  /** A name with an optional schema in front, which is dropped: `main.t` gives `t`. */
  name(): string | undefined {
    const first = this.#tokens[this.#at];
    if (first === undefined || !['word', 'quoted', 'string'].includes(first.kind)) return undefined;
    this.next();
    if (this.keyword() !== '.') return nameOf(this.#sql, first);
    this.next();
    const second = this.#tokens[this.#at];
    this.next();
    return second === undefined ? undefined : nameOf(this.#sql, second);
  }

  /** What stands here, split at the commas that no parentheses enclose, up to one of `ends` or the statement's end. */
  items(...ends: string[]): Token[][] {
    const items: Token[][] = [[]];
    for (let depth = 0; this.#at < this.#tokens.length; this.next()) {
      const word = this.keyword();
      if (depth === 0 && (ends.includes(word) || word === ';')) break;
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      if (depth === 0 && word === ',') items.push([]);
      else items.at(-1)?.push(this.#tokens[this.#at] as Token);
    }
    return items;
  }

  /** A reader of these tokens alone, which are of the same text. */
  over(tokens: readonly Token[]): Reader {
    return new Reader(this.#sql, tokens);
  }

  /** The tokens from here on. */
  rest(): readonly Token[] {
    return this.#tokens.slice(this.#at);
  }

  /** The name that a token spells; `undefined` for what is no name, a text in single quotes included. */
  nameOf(token: Token | undefined): string | undefined {
    const isName = token?.kind === 'word' || token?.kind === 'quoted';
    return isName ? nameOf(this.#sql, token) : undefined;
  }

  text(token: Token | undefined): string {
    return token === undefined ? '' : this.#sql.slice(token.start, token.end);
  }

  /** To what stands behind the next such word; `false`: there is none. */
  skipTo(word: string): boolean {
    while (this.#at < this.#tokens.length && this.keyword() !== word) this.next();
    return this.accept(word);
  }

  /** The text of tokens that follow each other. */
  slice(tokens: readonly Token[]): string {
    return this.#sql.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
  }

  /** From WITH to the verb that follows the common table expressions. */
  skipToVerb(): boolean {
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.next()) {
      const word = this.keyword();
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      if (depth === 0 && ['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'SELECT'].includes(word)) return true;
    }
    return false;
  }

  /** The words stand somewhere from here on, the first and the second possibly apart (ON CONFLICT (a) DO UPDATE). */
  contains(first: string, ...then: string[]): boolean {
    const left = this.#tokens.length - this.#at;
    let ahead = 0;
    while (ahead < left && this.keyword(ahead) !== first) ahead += 1;
    for (ahead += 1; ahead < left; ahead += 1) {
      if (then.every((word, offset) => this.keyword(ahead + offset) === word)) return true;
    }
    return false;
  }
}
