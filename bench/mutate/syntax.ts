/** Source text as a tree, through the parser that jest brings along: TypeScript 7 has none to offer. */
import { type ParseResult, parse } from '@babel/parser';
import type { Node } from '@babel/types';

export type { Node } from '@babel/types';

/** A node on the way from the root of a file. */
export interface Place {
  node: Node;
  /** The nodes around it, the nearest first. */
  around: readonly Node[];
  /** The field of the nearest that holds it. */
  field: string;
}

export function parseSource(source: string): ParseResult {
  return parse(source, { sourceType: 'module', plugins: ['typescript'] });
}

/** Every node that does something when the program runs: no types, no imports. */
export function* placesOf(source: string): Generator<Place> {
  yield* below(parseSource(source).program, []);
}

function* below(node: Node, around: readonly Node[]): Generator<Place> {
  const path = [node, ...around];
  for (const [field, value] of Object.entries(node)) {
    if (field === 'loc' || field.startsWith('type')) continue;
    for (const child of [value].flat() as unknown[]) {
      if (!isNode(child) || isErased(child)) continue;
      yield { node: child, around: path, field };
      yield* below(child, path);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

const KEPT = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'];

function isErased({ type }: Node): boolean {
  return (
    (type.startsWith('TS') && !KEPT.includes(type)) ||
    type === 'ImportDeclaration' ||
    type === 'ExportAllDeclaration' ||
    type.startsWith('Comment')
  );
}

/** The function that a place stands in, as a reader would call it; empty for the top of the file. */
export function functionAround({ around }: Place): string {
  for (const [at, node] of around.entries()) {
    if (node.type === 'FunctionDeclaration') return node.id?.name ?? '';
    if (node.type === 'ClassMethod' || node.type === 'ObjectMethod') return nameOf(node.key);
    if (node.type === 'ClassPrivateMethod') return `#${nameOf(node.key.id)}`;
    const outer = around[at + 1];
    if (node.type === 'ArrowFunctionExpression' && outer?.type === 'VariableDeclarator')
      return nameOf(outer.id);
  }
  return '';
}

/** The name of an identifier, else nothing. */
export function nameOf(node: Node | null | undefined): string {
  return node?.type === 'Identifier' ? node.name : '';
}
