/** What is written behind `allow`; a part that is missing is absent. */
export interface DirectiveParts {
  rule?: string;
  /** As they are spelt: a table, or what stands before and behind the dot. */
  first?: string;
  second?: string;
  options: { key: string; value: string }[];
  reason?: string;
}

/** Ends a word that is not quoted. */
const AROUND = /[\s:="'`[\]]/;

/**
 * `allow RULE SUBJECT[ max=N][ expires=YYYY-MM-DD]: reason`, each part possibly missing; `undefined` for anything else.
 * Read from left to right, so that no text can make it look twice.
 */
export function parseDirective(text: string): DirectiveParts | undefined {
  const cursor = new Cursor(text);
  if (cursor.word(AROUND).toLowerCase() !== 'allow') return undefined;
  const parts: DirectiveParts = { options: [] };
  const rule = cursor.behindBlank(() => cursor.plainWord(AROUND));
  if (rule !== undefined) parts.rule = rule;
  const first = cursor.behindBlank(() => cursor.name());
  if (first !== undefined) parts.first = first;
  if (first !== undefined && cursor.accept('.')) {
    const second = cursor.name();
    if (second === undefined) return undefined;
    parts.second = second;
  }
  for (let option = cursor.option(); option !== undefined; option = cursor.option())
    parts.options.push(option);
  cursor.blanks();
  if (cursor.isAtEnd()) return parts;
  return cursor.accept(':') ? { ...parts, reason: cursor.rest().trim() } : undefined;
}

class Cursor {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  rest(): string {
    return this.#text.slice(this.#at);
  }

  accept(sign: string): boolean {
    const isHere = this.#text[this.#at] === sign;
    if (isHere) this.#at += 1;
    return isHere;
  }

  /** Whether there was any. */
  blanks(): boolean {
    const start = this.#at;
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
    return this.#at > start;
  }

  /** Up to one of the signs of `end`; possibly nothing. */
  word(end: RegExp): string {
    const start = this.#at;
    while (!this.isAtEnd() && !end.test(this.#text[this.#at] ?? '')) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** A word that is no option and has nothing stuck to it. */
  plainWord(end: RegExp): string | undefined {
    const start = this.#at;
    const word = this.word(end);
    const isWhole = word !== '' && (this.isAtEnd() || /[\s:.]/.test(this.#text[this.#at] ?? ''));
    if (!isWhole) this.#at = start;
    return isWhole ? word : undefined;
  }

  /** A name as SQLite spells them, its quotes included. */
  name(): string | undefined {
    const open = this.#text[this.#at] ?? '';
    if (!`"'\`[`.includes(open) || open === '') return this.plainWord(/[\s:.="'`[\]]/);
    const close = open === '[' ? ']' : open;
    for (let end = this.#at + 1; ; end += 2) {
      end = this.#text.indexOf(close, end);
      if (end === -1) return undefined;
      // A quote that stands twice is one of the name's own.
      if (open !== '[' && this.#text[end + 1] === close) continue;
      const name = this.#text.slice(this.#at, end + 1);
      this.#at = end + 1;
      return name.length > 2 ? name : undefined;
    }
  }

  /** What `read` gives behind a blank; without either, the cursor stays. */
  behindBlank(read: () => string | undefined): string | undefined {
    const start = this.#at;
    const found = this.blanks() ? read() : undefined;
    if (found === undefined) this.#at = start;
    return found;
  }

  option(): { key: string; value: string } | undefined {
    const start = this.#at;
    const key = this.blanks() ? this.word(/[^\w-]/) : '';
    if (key === '' || !this.accept('=')) {
      this.#at = start;
      return undefined;
    }
    return { key, value: this.word(/[\s:]/) };
  }
}
