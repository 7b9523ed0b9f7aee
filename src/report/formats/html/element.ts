import { markupText } from '../../shared/markup-text.ts';

/** Markup that may stand in the page as it is: made by `el` alone, which escapes every text. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Child = Html | string | number | false | undefined | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no end tag. */
const VOID = new Set(['br', 'input', 'meta']);

/** An element. An attribute that is `true` has no value, one that is `false` or undefined is left out. */
export function el(tag: string, attributes: Attributes, ...children: readonly Child[]): Html {
  const set = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${markupText(String(value))}"`));
  const open = `<${tag}${set.join('')}>`;
  return new Html(VOID.has(tag) ? open : `${open}${textOf(children)}</${tag}>`);
}

export function textOf(child: Child): string {
  if (child === undefined || child === false) return '';
  if (child instanceof Html) return child.text;
  return typeof child === 'object' ? child.map(textOf).join('') : markupText(String(child));
}

/** A table with its head; a title that ends in `:` is of numbers. */
export function table(head: readonly string[], rows: readonly (readonly Child[])[]): Html {
  const numeric = head.map((title) => title.endsWith(':'));
  const titles = head.map((title, at) =>
    el('th', { scope: 'col', class: numeric[at] ? 'n' : undefined }, title.replace(/:$/, '')),
  );
  const lines = rows.map((cells) =>
    el('tr', {}, ...cells.map((cell, at) => el('td', { class: numeric[at] ? 'n' : undefined }, cell))),
  );
  // Wide tables scroll by themselves, and by keyboard too.
  return el(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': `Table: ${head[0]?.replace(/:$/, '')}` },
    el('table', {}, el('thead', {}, el('tr', {}, ...titles)), el('tbody', {}, ...lines)),
  );
}

/** Text over several lines, with a button that copies it. */
export function copyable(text: string, label: string, content: Child = text): Html {
  return el(
    'div',
    { class: 'copyable' },
    el('pre', { tabindex: 0, 'aria-label': label }, el('code', {}, content)),
    el('button', { type: 'button', class: 'copy', 'aria-label': `Copy: ${label}` }, 'Copy'),
  );
}
