import type { DisasterClass } from './classes.ts';

/** What has kept its text or its name, and is not what it was. */
export const meaning: readonly DisasterClass[] = [
  {
    title: 'views and triggers that mean something else',
    rules: ['view-changed', 'trigger-changed', 'trigger-lost'],
    unsafe: [
      'a-natural-join-emptied-by-a-new-column',
      'a-text-in-a-view-that-a-new-column-takes',
      'a-union-over-columns-that-moved',
      'a-view-made-again-with-an-inner-join',
      'a-name-in-a-trigger-that-the-query-around-it-takes',
      'update-of-a-column-with-another-name',
      'an-old-trigger-beside-the-new-one',
      'an-insert-by-position-over-columns-that-moved',
    ],
    safe: [
      'a-natural-join-beside-new-columns',
      'a-view-made-again-with-one-more-column',
      'a-new-trigger-in-the-place-of-the-old-one',
      'an-insert-with-its-columns-over-columns-that-moved',
    ],
  },
  {
    title: 'names and numbers that lead elsewhere',
    rules: ['table-swapped', 'sequence-doubled', 'search-index-changed'],
    unsafe: [
      'a-table-swapped-in-that-lacks-rows',
      'a-second-mark-that-sqlite-does-not-read',
      'a-contentless-index-numbered-anew',
    ],
    safe: [
      'a-table-brought-up-to-date-and-swapped-in',
      'a-mark-carried-over-in-the-row-that-is-there',
      'a-contentless-index-filled-again',
    ],
  },
];
