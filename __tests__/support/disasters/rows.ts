import type { DisasterClass } from './classes.ts';

/** Rows that go, or come. */
export const rows: readonly DisasterClass[] = [
  {
    title: 'DELETE of too much',
    rules: ['rows-lost', 'table-dropped', 'column-dropped'],
    unsafe: [
      'rows-deleted-by-a-condition-that-is-too-wide',
      'a-loss-beyond-what-the-author-allows',
      'losses-beyond-what-is-allowed',
      'a-table-dropped-with-its-rows',
      'a-column-dropped-with-its-values',
      'a-column-forgotten-in-a-rebuild',
      'a-delete-without-a-condition',
      'a-delete-of-equal-rows-that-were-two',
      'rows-forgotten-in-a-copy-with-a-condition',
      'rows-lost-in-a-copy-with-an-inner-join',
    ],
    safe: [
      'a-delete-that-meets-no-row',
      'a-loss-that-the-author-allows',
      'losses-that-are-allowed',
      'an-empty-table-dropped',
      'an-empty-column-dropped',
      'a-transaction-that-is-rolled-back',
      'rows-kept-in-a-copy-with-a-left-join',
    ],
  },
  {
    title: 'OR IGNORE, OR REPLACE',
    rules: ['rows-lost', 'values-cleared'],
    unsafe: [
      'a-collation-swallows-rows-in-a-copy-that-ignores',
      'a-copy-that-replaces-on-a-unique-column',
      'a-copy-that-ignores-empty-required-values',
      'a-row-written-with-or-replace-forgets-its-other-columns',
      'an-update-or-replace-takes-another-row-away',
    ],
    safe: [
      'a-copy-that-ignores-and-meets-no-conflict',
      'an-upsert-that-does-nothing-on-conflict',
      'a-copy-that-replaces-and-meets-no-conflict',
    ],
  },
  {
    title: 'rows duplicated by a join in a backfill',
    rules: ['rows-duplicated'],
    unsafe: [
      'rows-duplicated-by-a-join-in-a-backfill',
      'rows-inserted-a-second-time',
      'links-duplicated-by-a-join-over-two-tables',
    ],
    safe: [
      'rows-of-a-join-made-distinct-in-a-backfill',
      'rows-inserted-that-are-new',
      'links-of-a-join-that-are-new',
    ],
  },
  {
    title: 'rows replaced, count kept',
    rules: ['rows-replaced'],
    unsafe: [
      'a-key-moved-by-an-update',
      'one-row-deleted-and-another-one-inserted',
      'a-table-emptied-and-filled-with-other-rows',
    ],
    safe: ['rows-added-to-a-table-with-a-text-key', 'a-table-emptied-and-filled-with-the-same-rows'],
  },
  {
    title: 'ids renumbered',
    rules: ['rows-replaced'],
    unsafe: ['keys-given-anew-in-a-copy', 'ids-moved-by-an-update', 'ids-counted-from-one-again-in-a-copy'],
    safe: ['keys-copied-with-their-rows', 'rowids-counted-anew-where-no-key-is-declared'],
  },
  {
    title: 'what a first run left behind',
    rules: ['table-dropped', 'migration-failed', 'rows-lost'],
    unsafe: [
      'a-table-moved-by-a-copy-that-loses-a-row',
      'the-only-copy-destroyed-by-a-second-run',
      'the-only-copy-replaced-by-an-empty-table-in-a-second-run',
      'a-temporary-table-left-behind-stops-a-second-run',
      'an-old-table-left-behind-with-the-rows',
    ],
    safe: ['a-table-moved-by-a-copy-under-another-name', 'an-empty-table-left-behind-is-dropped-first'],
  },
  {
    title: 'rows made and lost within one plan',
    rules: ['rows-lost'],
    unsafe: [
      'rows-of-a-new-table-go-with-the-rebuild-of-their-parent',
      'rows-of-a-new-table-deleted-by-a-trigger',
      'new-rows-go-with-a-new-parent-and-the-old-ones-stay',
      'old-and-new-rows-go-with-the-rebuild-of-their-parent',
    ],
    safe: [
      'rows-of-a-new-table-made-after-the-rebuild-of-their-parent',
      'rows-of-a-new-table-stay-where-foreign-keys-are-off',
      'rows-taken-on-the-way-and-given-back',
    ],
  },
];
