import { counted, whole } from '../../../text/numbers.ts';
import { el, Html, textOf } from './element.ts';

/** A list of which only the first items are in the page until somebody asks for more. */
export interface Paged {
  id: string;
  items: readonly Html[];
  /** How many are shown at first, and how many more each time. */
  first: number;
}

export function pagedList({ id, items, first }: Paged): Html {
  const rest = items.length - first;
  return el(
    'div',
    { class: 'paged', 'data-first': first },
    el('ol', { id, class: 'plain-list' }, ...items.slice(0, first)),
    rest <= 0
      ? undefined
      : el(
          'p',
          {},
          el(
            'button',
            { type: 'button', class: 'more', 'aria-controls': id },
            `Show more of ${whole(items.length)}`,
          ),
        ),
    rest <= 0
      ? undefined
      : el(
          'p',
          { class: 'only-print' },
          `And ${counted(rest, 'more entry', 'more entries')}: see report.json.`,
        ),
  );
}

/** What the lists hold beyond their first page, for the script. */
export function restOf(lists: readonly Paged[]): Html {
  const rest = lists
    .filter(({ items, first }) => items.length > first)
    .map(({ id, items, first }) => [id, items.slice(first).map(textOf)] as const);
  // Nothing in it may end the element.
  const json = JSON.stringify(Object.fromEntries(rest)).replaceAll('<', '\\u003c');
  return new Html(`<script type="application/json" id="rest">${json}</script>`);
}
