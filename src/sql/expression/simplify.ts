import { type Expression, isLiteral, spell } from './expression.ts';

/*
 * The one form of what can be written in several ways. Nothing here changes which rows pass, or what is neither true nor
 * false because of a NULL.
 */

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

/** `0 < a` is `a > 0`, and `a = 1` is `a IN (1)`. Between two columns the side decides which collation counts. */
export function comparison(op: string, left: Expression, right: Expression): Expression {
  if (isLiteral(left) && !isLiteral(right)) return comparison(MIRRORED.get(op) ?? op, right, left);
  return op === '=' && isLiteral(right) && !isLiteral(left)
    ? membership(left, [right])
    : { op, of: [left, right] };
}

/** The first is what is looked for; the values follow, sorted where they are literals. */
export function membership(subject: Expression, values: readonly Expression[]): Expression {
  const sorted = values.every(isLiteral) ? sortedOnce(values) : values;
  return { op: 'in', of: [subject, ...sorted] };
}

function sortedOnce(values: readonly Expression[]): Expression[] {
  const texts = [...new Set(values.map(({ text = '' }) => text))];
  return texts.toSorted().map((text) => ({ op: 'literal', text, of: [] }));
}

export function negation(expression: Expression): Expression {
  const [inner] = expression.of;
  // Twice NOT makes 1 of every number that is not 0: the same only where it says yes or no by itself.
  if (expression.op === 'not' && inner !== undefined && isCondition(inner)) return inner;
  return { op: 'not', of: [expression] };
}

const CONDITIONS = new Set(['in', 'is', 'is-true', '=', '<', '<=', '>', '>=', 'like', 'glob', 'and', 'or']);

function isCondition({ op }: Expression): boolean {
  return CONDITIONS.has(op) || op === 'not';
}

export function allOf(operands: readonly Expression[]): Expression {
  return joined('and', operands);
}

/** `a = 1 OR a = 2` is `a IN (1, 2)`. */
export function anyOf(operands: readonly Expression[]): Expression {
  if (operands.length < 2) return joined('or', operands);
  const flat = flattened('or', operands);
  const merged = new Map<string, Expression>();
  for (const [at, operand] of flat.entries()) {
    const [subject, ...values] = operand.of;
    const isList = operand.op === 'in' && subject !== undefined && values.every(isLiteral);
    const key = isList ? spell(subject) : String(at);
    const known = merged.get(key);
    merged.set(key, known && isList ? membership(subject, [...known.of.slice(1), ...values]) : operand);
  }
  return joined('or', [...merged.values()]);
}

function joined(op: 'and' | 'or', operands: readonly Expression[]): Expression {
  const [only, ...others] = operands;
  if (only !== undefined && others.length === 0) return only;
  return { op, of: flattened(op, operands) };
}

function flattened(op: 'and' | 'or', operands: readonly Expression[]): Expression[] {
  return operands.flatMap((operand) => (operand.op === op ? operand.of : [operand]));
}

/** A number in one spelling: `1_000`, `1E3` and `007` as SQLite reads them. */
export function numeral(text: string): string {
  const plain = text.replaceAll('_', '').toLowerCase();
  return plain.replace(/^0+(?=[0-9])/, (zeros) => (plain.startsWith('0x') ? zeros : ''));
}
