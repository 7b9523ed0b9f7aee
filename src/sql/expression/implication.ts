import { conjuncts, type Expression, isLiteral, numberOf, spell } from './expression.ts';

/** Whether a name on the left means the same column as one on the right. */
export type SameName = (left: string, right: string) => boolean;

/** What is compared in any order. */
const UNORDERED = new Set(['and', 'or']);
/** More operands are compared in their order. */
const MOST_UNORDERED = 200;

export function sameExpressions(left: Expression, right: Expression, sameName: SameName): boolean {
  if (left.op !== right.op || left.of.length !== right.of.length) return false;
  if (left.op === 'name') return sameName(left.text ?? '', right.text ?? '');
  if (left.text !== right.text) return false;
  const same = (one: Expression, other: Expression) => sameExpressions(one, other, sameName);
  if (!UNORDERED.has(left.op) || left.of.length > MOST_UNORDERED)
    return left.of.every((operand, at) => same(operand, right.of[at] as Expression));
  const rest = [...right.of];
  return left.of.every((operand) => {
    const at = rest.findIndex((other) => same(operand, other));
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
}

/** How a condition is read. */
export interface Reading {
  sameName: SameName;
  /** As in a CHECK: what is neither true nor false passes. */
  nullPasses: boolean;
}

/** Whether every row that passes `left` passes `right`, as far as the texts tell. */
export function implies(left: Expression, right: Expression, reading: Reading): boolean {
  return conjuncts(right).every((needed) => conjuncts(left).some((given) => implied(given, needed, reading)));
}

function implied(given: Expression, needed: Expression, reading: Reading): boolean {
  const { sameName, nullPasses } = reading;
  if (sameExpressions(given, needed, sameName)) return true;
  if (given.op === 'or') return given.of.every((one) => implies(one, needed, reading));
  if (needed.op === 'or') return needed.of.some((one) => implies(given, one, reading));
  return isWithin(given, needed, sameName) || (!nullPasses && isPresence(given, needed, sameName));
}

/** A shorter list of values, or a tighter bound. */
function isWithin(given: Expression, needed: Expression, sameName: SameName): boolean {
  const [left, ...values] = given.of;
  const [right, ...others] = needed.of;
  if (left === undefined || right === undefined || !sameExpressions(left, right, sameName)) return false;
  if (given.op !== 'in') return isTighter(given, needed);
  if (needed.op === 'in') return isSubset(values, others);
  return values.every((value) => isTighter({ op: `${needed.op[0]}=`, of: [left, value] }, needed));
}

/** Compared with a value, it is not NULL. */
function isPresence(given: Expression, needed: Expression, sameName: SameName): boolean {
  const [inner] = needed.op === 'not' ? needed.of : [];
  const [subject, nothing] = inner?.op === 'is' ? inner.of : [];
  const [compared] = COMPARED.has(given.op) ? given.of : [];
  return (
    subject !== undefined &&
    compared !== undefined &&
    nothing?.text === 'null' &&
    sameExpressions(compared, subject, sameName)
  );
}

const COMPARED = new Set(['in', '=', '<', '<=', '>', '>=', 'like', 'glob']);

function isSubset(few: readonly Expression[], many: readonly Expression[]): boolean {
  if (![...few, ...many].every(isLiteral)) return false;
  const known = new Set(many.map(spell));
  return few.every((value) => known.has(spell(value)));
}

function isTighter(given: Expression, needed: Expression): boolean {
  const bound = given.of[1] && numberOf(given.of[1]);
  const limit = needed.of[1] && numberOf(needed.of[1]);
  if (bound === undefined || limit === undefined || given.of.length !== 2) return false;
  const [direction, other] = [given.op[0], needed.op[0]];
  if (direction !== other || (direction !== '<' && direction !== '>')) return false;
  // `a < 5` is tighter than `a <= 5`, not the other way round.
  if (bound === limit) return given.op === needed.op || given.op.length < needed.op.length;
  return direction === '<' ? bound < limit : bound > limit;
}

/**
 * Whether `right` is `left` with other values, and lets in more: a longer list, a wider bound. What it says is the same
 * otherwise: no condition is gone, none is an alternative of another.
 */
export function isRelaxed(left: Expression, right: Expression, sameName: SameName): boolean {
  if (left.op !== right.op) return false;
  if (UNORDERED.has(left.op)) {
    const operands = left.of.length === right.of.length ? left.of : [];
    const pairs = operands.map((operand, at) => [operand, right.of[at] as Expression] as const);
    return (
      pairs.length > 0 &&
      pairs.every(([one, other]) => sameExpressions(one, other, sameName) || isRelaxed(one, other, sameName))
    );
  }
  if (left.op === 'not') {
    const [excluded, still] = [left.of[0], right.of[0]];
    return excluded?.op === 'in' && still?.op === 'in' && isWithin(still, excluded, sameName);
  }
  return isWithin(left, right, sameName);
}
