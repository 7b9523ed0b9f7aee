import type { Expression } from '../sql/expression/expression.ts';
import { parseExpression } from '../sql/expression/parse.ts';

/** What an expression makes of the column that it reads: the same value, another one, or one that reads none. */
type Yield = 'passed' | 'converted' | 'constant';

/** Functions that give back one of their arguments, or the same text shorter. */
const PASSING = new Set([
  'coalesce',
  'ifnull',
  'nullif',
  'min',
  'max',
  'trim',
  'ltrim',
  'rtrim',
  'lower',
  'upper',
]);

/** Whether it is written to make another value of a column: CAST, CASE over constants, a calculation, most functions. */
export function isConversion(sql: string): boolean {
  const parsed = parseExpression(sql);
  return parsed !== undefined && yieldOf(parsed) === 'converted';
}

function yieldOf({ op, text = '', of }: Expression): Yield {
  switch (op) {
    case 'name':
      return 'passed';
    case 'literal':
      return 'constant';
    case 'collate':
    case 'unary+':
      return joined(of);
    case 'case': {
      const words = text.split(' ');
      const branches = joined(of.filter((_, at) => words[at] === 'then' || words[at] === 'else'));
      // Which constant it is depends on the row.
      return branches === 'constant' ? 'converted' : branches;
    }
    case 'call':
      if (text === 'iif' || text === 'if') return joined(of.slice(1)) === 'passed' ? 'passed' : 'converted';
      return PASSING.has(text) ? joined(of) : 'converted';
    default:
      return 'converted';
  }
}

function joined(operands: readonly Expression[]): Yield {
  const yields = operands.map(yieldOf);
  if (yields.includes('converted')) return 'converted';
  return yields.includes('passed') ? 'passed' : 'constant';
}
