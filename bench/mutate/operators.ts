/** The ways in which a line of source is made wrong. Each yields every edit that it knows at one place. */
import { type Edit, type Operator, replace } from './edit.ts';
import { literalOperators } from './literals.ts';
import { statementOperators } from './statements.ts';
import { type Node, nameOf, type Place } from './syntax.ts';

const OPPOSITE: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
const BOUNDARY: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const ARITHMETIC: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&': '|',
  '|': '&',
  '<<': '>>',
  '>>': '<<',
};
const TWINS = new Map(
  [
    ['some', 'every'],
    ['find', 'findLast'],
    ['startsWith', 'endsWith'],
    ['min', 'max'],
    ['indexOf', 'lastIndexOf'],
    ['floor', 'ceil'],
  ].flatMap(([one = '', other = '']): [string, string][] => [
    [one, other],
    [other, one],
  ]),
);
/** Methods without which there still is a value of the same type. */
const LEFT_OUT =
  /^(filter|slice|trim|trimEnd|toSorted|sort|toReversed|reverse|toLowerCase|toUpperCase|flat)$/;

/** Exchanges the operator of a binary expression. */
function exchange(
  { node }: Place,
  text: (node: Node) => string,
  by: Readonly<Record<string, string>>,
): Edit[] {
  if (node.type !== 'BinaryExpression' && node.type !== 'AssignmentExpression') return [];
  const isAssignment = node.type === 'AssignmentExpression';
  const operator = isAssignment ? node.operator.slice(0, -1) : node.operator;
  const other = by[operator];
  const isText = [node.left, node.right].some(({ type }) => /^(String|Template)Literal$/.test(type));
  if (other === undefined || isText) return [];
  const left = isAssignment ? text(node.left) : `(${text(node.left)})`;
  return [replace(node, `${left} ${other}${isAssignment ? '=' : ''} (${text(node.right)})`)];
}

export const operators: Readonly<Record<string, Operator>> = {
  comparison: (place, text) => exchange(place, text, OPPOSITE),
  boundary: (place, text) => exchange(place, text, BOUNDARY),
  arithmetic: (place, text) => exchange(place, text, ARITHMETIC),
  logic: ({ node }, text) => {
    if (node.type !== 'LogicalExpression' || node.operator === '??') return [];
    const other = node.operator === '&&' ? '||' : '&&';
    return [replace(node, `(${text(node.left)}) ${other} (${text(node.right)})`)];
  },
  operand: ({ node }, text) => {
    if (node.type !== 'LogicalExpression') return [];
    return [node.left, node.right].map((kept) => replace(node, `(${text(kept)})`));
  },
  negation: ({ node, around: [parent], field }, text) => {
    if (node.type === 'UnaryExpression' && node.operator === '!')
      return [replace(node, `(${text(node.argument)})`)];
    const isTest =
      field === 'test' && /^(If|While)Statement$|^ConditionalExpression$/.test(parent?.type ?? '');
    // A comparison and a negation are turned round by their own operators.
    return isTest && !/^(Binary|Unary)Expression$/.test(node.type) ? [replace(node, `!(${text(node)})`)] : [];
  },
  branch: ({ node }, text) => {
    if (node.type !== 'ConditionalExpression') return [];
    return [node.consequent, node.alternate].map((kept) => replace(node, `(${text(kept)})`));
  },
  method: ({ node, field, around }) => {
    if (node.type !== 'Identifier' || field !== 'property') return [];
    const twin = around[1]?.type === 'CallExpression' ? TWINS.get(node.name) : undefined;
    return twin === undefined ? [] : [replace(node, twin)];
  },
  'left out': ({ node }, text) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    const { object, property } = node.callee;
    return LEFT_OUT.test(nameOf(property)) ? [replace(node, text(object))] : [];
  },
  spread: ({ node, around: [parent] }) => {
    if (node.type !== 'SpreadElement') return [];
    return [replace(node, parent?.type === 'ObjectExpression' ? '...{}' : '...[]')];
  },
  ...literalOperators,
  ...statementOperators,
};
