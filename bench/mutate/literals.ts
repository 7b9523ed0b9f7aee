/** What is written as such in the source made wrong: numbers, texts, lists, patterns. */
import { type Edit, type Operator, replace } from './edit.ts';
import { type Node, nameOf, type Place } from './syntax.ts';

/** Texts that nobody reads: what these are made with never leaves the program. */
const UNREAD = /^(Unproven)$/;

function isUnread({ around: [parent] }: Place): boolean {
  return parent?.type === 'NewExpression' && UNREAD.test(nameOf(parent.callee));
}

/** All elements but one, each in turn. */
function withoutEach(elements: readonly Node[], end: number): Edit[] {
  return elements.map((element, at) => {
    const next = elements[at + 1];
    const last = elements.at(at - 1);
    if (next !== undefined || last === undefined || at === 0)
      return { start: element.start ?? 0, end: next?.start ?? end, text: '' };
    return { start: last.end ?? 0, end: element.end ?? 0, text: '' };
  });
}

/** Where the alternatives of each group of a pattern begin and end. */
function alternatives(pattern: string): [number, number][] {
  const found: [number, number][] = [];
  const open = [{ start: 0, from: 0, bars: 0 }];
  const close = (at: number) => {
    const group = open.pop();
    if (group !== undefined && group.bars > 0) found.push([group.from, at]);
  };
  for (const { index, 0: sign } of pattern.matchAll(
    /\\.|\[(?:\\.|[^\]])*\]|\((?:\?(?:[:=!]|<[=!]?(?:\w+>)?))?|[)|]/g,
  )) {
    const group = open.at(-1);
    if (sign.startsWith('(')) open.push({ start: index, from: index + sign.length, bars: 0 });
    else if (sign === ')') close(index);
    else if (sign === '|' && group !== undefined) {
      group.bars += 1;
      found.push([group.from, index + 1]);
      group.from = index;
    }
  }
  close(pattern.length);
  return found;
}

/** A pattern without one alternative, anchor or flag. */
function narrowed(pattern: string, flags: string): string[] {
  const cut = (start: number, end: number) => `/${pattern.slice(0, start)}${pattern.slice(end)}/${flags}`;
  return [
    ...alternatives(pattern).map(([start, end]) => cut(start, end)),
    ...(pattern.startsWith('^') ? [cut(0, 1)] : []),
    ...(/(^|[^\\])\$$/.test(pattern) ? [cut(pattern.length - 1, pattern.length)] : []),
    ...[...flags]
      .filter((flag) => 'ims'.includes(flag))
      .map((flag) => `/${pattern}/${flags.replace(flag, '')}`),
  ].filter((regex) => !/^\/\/|\(\?:\)/.test(regex));
}

export const literalOperators: Readonly<Record<string, Operator>> = {
  number: ({ node }) =>
    node.type === 'NumericLiteral' ? [1, -1].map((more) => replace(node, `(${node.value + more})`)) : [],
  boolean: ({ node }) => (node.type === 'BooleanLiteral' ? [replace(node, String(!node.value))] : []),
  text: (place) => {
    const { node, field } = place;
    if (isUnread(place) || field === 'key' || field === 'source') return [];
    if (node.type === 'StringLiteral') return [replace(node, node.value === '' ? "'mutant'" : "''")];
    return node.type === 'TemplateLiteral' && field !== 'quasi' ? [replace(node, "''")] : [];
  },
  element: ({ node }) => {
    if (node.type !== 'ArrayExpression') return [];
    const elements = node.elements.filter((element) => element !== null);
    return withoutEach(elements, (node.end ?? 0) - 1).filter(
      (_, at) => elements[at]?.type !== 'SpreadElement',
    );
  },
  pattern: ({ node }) =>
    node.type === 'RegExpLiteral'
      ? narrowed(node.pattern, node.flags).map((regex) => replace(node, regex))
      : [],
};
