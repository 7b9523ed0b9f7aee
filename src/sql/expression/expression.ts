/**
 * An expression of a schema, as a tree that no longer shows how it was written: parentheses, case, quotes, the order of
 * a list, BETWEEN for two comparisons, `=` for IN with one value. Equal trees mean the same.
 */
export interface Expression {
  /** `literal`, `name`, `call`, `cast`, `collate`, `case`, `row`, `in`, `and`, `or`, `not`, `is`, or an operator. */
  op: string;
  /** Of a literal, name, function, type or collation. */
  text?: string;
  of: readonly Expression[];
}

const NUMBER = /^-?[0-9]/;

export function literal(text: string): Expression {
  return { op: 'literal', text, of: [] };
}

export function isLiteral(expression: Expression | undefined): boolean {
  return expression?.op === 'literal';
}

/** The number that a literal spells; `undefined` for anything else, and where JavaScript would round it. */
export function numberOf({ op, text = '' }: Expression): number | undefined {
  if (op !== 'literal' || !NUMBER.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/** Its conditions, all of which must hold. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.op === 'and' ? expression.of : [expression];
}

/** A text that is equal for equal trees. It is no SQL. */
export function spell({ op, text, of }: Expression): string {
  if (of.length === 0) return text ?? op;
  const parts = of.map(spell);
  return `${op}${text === undefined ? '' : ` ${text}`}(${parts.join(', ')})`;
}
