/** Statements left out, and functions that give what they are never to give. */
import { type Operator, replace } from './edit.ts';
import { type Node, nameOf } from './syntax.ts';

/** Statements that end what they stand in. */
const ENDS = /^(Return|Throw|Continue|Break)Statement$/;

function onlyStatement(node: Node): Node {
  const [only, ...more] = node.type === 'BlockStatement' ? node.body : [];
  return only !== undefined && more.length === 0 ? only : node;
}

const QUESTIONS = /^(some|every|has|includes|test|startsWith|endsWith|equals)$/;

/** Whether an expression is `true` or `false`, as far as its form tells. */
function isBoolean(node: Node): boolean {
  if (node.type === 'BinaryExpression') return /^([=!]==?|[<>]=?)$/.test(node.operator);
  if (node.type === 'UnaryExpression') return node.operator === '!';
  if (node.type === 'LogicalExpression') return isBoolean(node.left) && isBoolean(node.right);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return QUESTIONS.test(nameOf(node.callee.property));
}

/** Values of the type that a function declares, else of that which it seems to give. */
function constantsOf(type: Node | undefined, given: Node): string[] {
  switch (type?.type) {
    case 'TSBooleanKeyword':
    case 'TSTypePredicate':
      return ['true', 'false'];
    case 'TSNumberKeyword':
      return ['0', '1'];
    case 'TSStringKeyword':
      return ["''"];
    case 'TSArrayType':
      return ['[]'];
    case 'TSTypeOperator':
      return constantsOf(type.typeAnnotation, given);
    case 'TSUnionType':
      return type.types.some((one) => one.type === 'TSUndefinedKeyword') ? ['undefined'] : [];
    case undefined:
      return isBoolean(given) ? ['true', 'false'] : [];
    default:
      return [];
  }
}

function returnTypeOf(node: Node | undefined): Node | undefined {
  if (node === undefined || !('returnType' in node)) return undefined;
  return node.returnType?.type === 'TSTypeAnnotation' ? node.returnType.typeAnnotation : undefined;
}

export const statementOperators: Readonly<Record<string, Operator>> = {
  'early end': ({ node }) => {
    if (node.type !== 'IfStatement' || node.alternate) return [];
    return ENDS.test(onlyStatement(node.consequent).type) ? [replace(node, ';')] : [];
  },
  condition: ({ node }) => {
    if (node.type !== 'IfStatement') return [];
    const leaves = ENDS.test(onlyStatement(node.consequent).type) && !node.alternate;
    return ['true', ...(leaves ? [] : ['false'])].map((constant) => replace(node.test, constant));
  },
  statement: ({ node, field }) => {
    const isDropped =
      node.type === 'ExpressionStatement'
        ? !(node.expression.type === 'CallExpression' && node.expression.callee.type === 'Super')
        : /^(For(Of|In)?|While|Switch|Continue|Break)Statement$/.test(node.type) && field === 'body';
    return isDropped ? [replace(node, ';')] : [];
  },
  constant: ({ node, field, around }) => {
    if (node.type === 'ReturnStatement' && node.argument) {
      const type = returnTypeOf(around.find((outer) => /Function|Method/.test(outer.type)));
      return constantsOf(type, node.argument).map((constant) => replace(node, `return ${constant};`));
    }
    if (field !== 'body' || around[0]?.type !== 'ArrowFunctionExpression' || node.type === 'BlockStatement')
      return [];
    return constantsOf(returnTypeOf(around[0]), node).map((constant) => replace(node, constant));
  },
  argument: ({ node }, text) => {
    // A name folded, a number rounded: what the function was to change stays as it was.
    if (node.type !== 'CallExpression' || node.arguments.length !== 1) return [];
    const [only] = node.arguments;
    return only !== undefined && /^(foldName|String|Number|Boolean)$/.test(nameOf(node.callee))
      ? [replace(node, `(${text(only)})`)]
      : [];
  },
};
