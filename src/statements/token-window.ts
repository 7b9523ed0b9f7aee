import type { Token } from '../sql/tokens.ts';

/** Far beyond what anybody writes by hand; data in one statement is longer. */
const MOST = 50_000;

/**
 * The tokens of one statement; of one that is as long as a dump its beginning and its end, because a token takes more room
 * than what it stands for. Parentheses that are open across the gap stay balanced.
 */
export class TokenWindow {
  readonly #sql: string;
  readonly #most: number;
  readonly #head: Token[] = [];
  /** The last ones, in a circle. */
  readonly #tail: Token[] = [];
  #inTail = 0;
  /** Parentheses in the gap without their counterpart there. */
  readonly #closed: Token[] = [];
  readonly #opened: Token[] = [];

  /** `most`: tokens that are kept of either end. */
  constructor(sql: string, most = MOST) {
    this.#sql = sql;
    this.#most = most;
  }

  get first(): Token | undefined {
    return this.#head[0];
  }

  get last(): Token | undefined {
    const at = (this.#inTail - 1) % this.#most;
    return this.#inTail === 0 ? this.#head.at(-1) : this.#tail[at];
  }

  push(token: Token): void {
    if (this.#head.length < this.#most) {
      this.#head.push(token);
      return;
    }
    const at = this.#inTail % this.#most;
    const dropped = this.#tail[at];
    if (dropped !== undefined) this.#drop(dropped);
    this.#tail[at] = token;
    this.#inTail += 1;
  }

  list(): readonly Token[] {
    if (this.#inTail === 0) return this.#head;
    const at = this.#inTail % this.#most;
    const tail =
      this.#inTail <= this.#most ? this.#tail : [...this.#tail.slice(at), ...this.#tail.slice(0, at)];
    return [...this.#head, ...this.#closed, ...this.#opened, ...tail];
  }

  #drop(token: Token): void {
    const sign = token.end - token.start === 1 ? this.#sql[token.start] : '';
    if (sign === '(' && this.#opened.length < this.#most) this.#opened.push(token);
    if (sign === ')' && this.#opened.pop() === undefined && this.#closed.length < this.#most) {
      this.#closed.push(token);
    }
  }
}
