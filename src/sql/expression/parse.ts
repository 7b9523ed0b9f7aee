import { foldName } from '../quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../tokens.ts';
import { type Expression, isLiteral, literal } from './expression.ts';
import { allOf, anyOf, comparison, membership, negation, numeral } from './simplify.ts';

/** Deeper ones, and longer ones, are compared as texts. */
const MOST_DEPTH = 100;
const MOST_TOKENS = 20_000;

/** From the loosest to the tightest (sqlite.org/lang_expr.html); those of one line bind equally. */
const BINARY: readonly (readonly string[])[] = [
  ['<', '<=', '>', '>='],
  ['&', '|', '<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
  ['||', '->', '->>'],
];

const PATTERNS = new Set(['LIKE', 'GLOB', 'REGEXP', 'MATCH']);
const CONSTANTS = new Set(['NULL', 'CURRENT_TIME', 'CURRENT_DATE', 'CURRENT_TIMESTAMP']);
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['TRUE', '1'],
  ['FALSE', '0'],
]);
/** What begins or goes on with something that is no plain expression. */
const FOREIGN = new Set(['SELECT', 'EXISTS', 'RAISE', 'OVER', 'FILTER', 'WITH', 'VALUES']);

/** `undefined` for what is no expression, or one with a query inside. */
export function parseExpression(sql: string): Expression | undefined {
  const tokens = meaningfulTokens(sql);
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return undefined;
  const parser = new Parser(sql, tokens);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class NotUnderstood extends Error {}

class Parser {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(sql: string, tokens: readonly Token[]) {
    this.#sql = sql;
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#any();
    if (this.#at < this.#tokens.length) throw new NotUnderstood();
    return expression;
  }

  #any(): Expression {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw new NotUnderstood();
    const operands = [this.#and()];
    while (this.#accept('OR')) operands.push(this.#and());
    this.#depth -= 1;
    return anyOf(operands);
  }

  #and(): Expression {
    const operands = [this.#not()];
    while (this.#accept('AND')) operands.push(this.#not());
    return allOf(operands);
  }

  #not(): Expression {
    let times = 0;
    while (this.#accept('NOT')) times += 1;
    let expression = this.#equality();
    for (; times > 0; times -= 1) expression = negation(expression);
    return expression;
  }

  #equality(): Expression {
    let left = this.#binary(0);
    for (;;) {
      const next = this.#equalityAfter(left);
      if (next === undefined) return left;
      left = next;
    }
  }

  #equalityAfter(left: Expression): Expression | undefined {
    const nothing = literal('null');
    if (this.#accept('=') || this.#accept('==')) return comparison('=', left, this.#binary(0));
    if (this.#accept('<>') || this.#accept('!=')) return negation(comparison('=', left, this.#binary(0)));
    if (this.#accept('ISNULL')) return comparison('is', left, nothing);
    if (this.#accept('NOTNULL')) return negation(comparison('is', left, nothing));
    if (this.#accept('IS')) return this.#isAfter(left);
    const negated = this.#word() === 'NOT';
    const word = this.#word(negated ? 1 : 0);
    if (word !== 'IN' && word !== 'BETWEEN' && !PATTERNS.has(word) && !(negated && word === 'NULL'))
      return undefined;
    this.#at += negated ? 2 : 1;
    if (word === 'NULL') return negation(comparison('is', left, nothing));
    const found = this.#matchAfter(left, word);
    return negated ? negation(found) : found;
  }

  #isAfter(left: Expression): Expression {
    const negated = this.#accept('NOT');
    if (this.#word() === 'DISTINCT' && this.#word(1) === 'FROM') {
      this.#at += 2;
      const found = comparison('is', left, this.#binary(0));
      return negated ? found : negation(found);
    }
    const found = BOOLEANS.has(this.#word())
      ? { op: 'is-true', of: [left, this.#primary()] }
      : comparison('is', left, this.#binary(0));
    return negated ? negation(found) : found;
  }

  #matchAfter(left: Expression, word: string): Expression {
    if (word === 'IN') {
      if (!this.#accept('(')) throw new NotUnderstood();
      return membership(left, this.#list());
    }
    const first = this.#binary(0);
    if (word === 'BETWEEN') {
      this.#expect('AND');
      return allOf([comparison('>=', left, first), comparison('<=', left, this.#binary(0))]);
    }
    const escaped = this.#accept('ESCAPE') ? [this.#binary(0)] : [];
    return { op: word.toLowerCase(), of: [left, first, ...escaped] };
  }

  #binary(level: number): Expression {
    const operators = BINARY[level];
    if (operators === undefined) return this.#collated();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#word();
      if (!operators.includes(operator)) return left;
      this.#at += 1;
      const right = this.#binary(level + 1);
      left = level === 0 ? comparison(operator, left, right) : { op: operator, of: [left, right] };
    }
  }

  #collated(): Expression {
    let expression = this.#unary();
    while (this.#accept('COLLATE'))
      expression = { op: 'collate', text: this.#name().toUpperCase(), of: [expression] };
    return expression;
  }

  #unary(): Expression {
    let signs = '';
    while (['-', '+', '~'].includes(this.#word())) {
      signs = `${signs}${this.#word()}`;
      this.#at += 1;
      if (signs.length > MOST_DEPTH) throw new NotUnderstood();
    }
    let expression = this.#primary();
    for (const sign of [...signs].toReversed()) {
      const isNumber = isLiteral(expression) && /^[0-9.]/.test(expression.text ?? '');
      if (isNumber && sign === '-') expression = literal(`-${expression.text}`);
      else if (!(isNumber && sign === '+')) expression = { op: `unary${sign}`, of: [expression] };
    }
    return expression;
  }

  #primary(): Expression {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new NotUnderstood();
    const text = this.#sql.slice(token.start, token.end);
    if (token.kind === 'string') return this.#literal(text.startsWith("'") ? text : text.toLowerCase());
    if (token.kind === 'number') return this.#literal(numeral(text));
    if (this.#accept('(')) {
      const items = this.#list();
      const [only] = items;
      return items.length === 1 && only !== undefined ? only : { op: 'row', of: items };
    }
    if (token.kind === 'quoted') return this.#reference();
    if (token.kind !== 'word' || FOREIGN.has(this.#word())) throw new NotUnderstood();
    return this.#worded();
  }

  #worded(): Expression {
    const word = this.#word();
    if (word === 'CASE') return this.#case();
    if (this.#word(1) === '(') return this.#call(word);
    const value = BOOLEANS.get(word);
    if (value !== undefined) return this.#literal(value);
    if (CONSTANTS.has(word)) return this.#literal(word.toLowerCase());
    return this.#reference();
  }

  #literal(text: string): Expression {
    this.#at += 1;
    return literal(text);
  }

  #reference(): Expression {
    const parts = [this.#name()];
    while (this.#accept('.')) parts.push(this.#name());
    // The table in front says nothing: an expression of a schema knows no other.
    return { op: 'name', text: foldName(parts.at(-1) ?? ''), of: [] };
  }

  #call(name: string): Expression {
    this.#at += 2;
    if (name === 'CAST') return this.#cast();
    const distinct = this.#accept('DISTINCT');
    const star = this.#accept('*');
    if (star) this.#expect(')');
    const args = star ? [literal('*')] : this.#list();
    if (FOREIGN.has(this.#word())) throw new NotUnderstood();
    return { op: 'call', text: `${name.toLowerCase()}${distinct ? ' distinct' : ''}`, of: args };
  }

  #cast(): Expression {
    const value = this.#any();
    this.#expect('AS');
    let type = '';
    for (let depth = 0; depth > 0 || this.#word() !== ')'; this.#at += 1) {
      if (this.#at >= this.#tokens.length) throw new NotUnderstood();
      if (this.#word() === '(') depth += 1;
      if (this.#word() === ')') depth -= 1;
      type += ` ${this.#word()}`;
    }
    this.#at += 1;
    return { op: 'cast', text: type.trim(), of: [value] };
  }

  #case(): Expression {
    this.#at += 1;
    const parts: Expression[] = [];
    const shape: string[] = [];
    const take = (word: string) => {
      shape.push(word);
      parts.push(this.#any());
    };
    if (this.#word() !== 'WHEN') take('of');
    while (this.#accept('WHEN')) {
      take('when');
      this.#expect('THEN');
      take('then');
    }
    if (this.#accept('ELSE')) take('else');
    this.#expect('END');
    return { op: 'case', text: shape.join(' '), of: parts };
  }

  /** Behind an opening parenthesis, up to the closing one. */
  #list(): Expression[] {
    if (this.#accept(')')) return [];
    const items = [this.#any()];
    while (this.#accept(',')) items.push(this.#any());
    this.#expect(')');
    return items;
  }

  #name(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' && token?.kind !== 'quoted') throw new NotUnderstood();
    this.#at += 1;
    return nameOf(this.#sql, token);
  }

  /** In upper case; empty for what is quoted. */
  #word(ahead = 0): string {
    const token = this.#tokens[this.#at + ahead];
    if (token === undefined || !['word', 'punctuation'].includes(token.kind)) return '';
    return this.#sql.slice(token.start, token.end).toUpperCase();
  }

  #accept(word: string): boolean {
    if (this.#word() !== word) return false;
    this.#at += 1;
    return true;
  }

  #expect(word: string): void {
    if (!this.#accept(word)) throw new NotUnderstood();
  }
}
