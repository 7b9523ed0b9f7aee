import type { DisasterClass } from './classes.ts';

/** Rows that stay, with other values. */
export const values: readonly DisasterClass[] = [
  {
    title: 'affinity and storage class',
    rules: ['values-retyped', 'values-changed', 'migration-failed'],
    unsafe: [
      'text-that-becomes-integer-in-a-rebuild-loses-its-zeros',
      'integers-that-become-reals-by-an-update',
      'integers-beyond-2-53-through-real',
      'a-strict-table-refuses-text-in-an-integer-column',
      'reals-become-integers-in-a-rebuild',
      'numbers-become-text-in-a-rebuild',
      'big-integers-become-reals-in-a-rebuild',
      'text-becomes-integer-in-a-strict-rebuild',
    ],
    safe: [
      'text-that-stays-text-in-a-rebuild-keeps-its-zeros',
      'integers-that-are-written-back-as-integers',
      'a-strict-table-takes-what-fits',
      'mixed-values-keep-their-storage-class-in-a-rebuild',
    ],
  },
  {
    title: 'columns swapped by a copy',
    rules: ['values-changed', 'values-retyped', 'values-cleared', 'rows-replaced'],
    unsafe: [
      'columns-in-another-order-swap-values-in-a-copy',
      'a-new-column-in-the-middle-shifts-values',
      'a-pair-of-keys-swapped-in-a-copy',
      'columns-of-another-storage-class-swapped-by-their-list',
    ],
    safe: ['columns-in-another-order-copied-by-name'],
  },
  {
    title: 'UPDATE without or with too wide a WHERE',
    rules: ['values-changed'],
    unsafe: [
      'a-column-made-anew-under-its-name-and-not-filled',
      'values-changed-on-purpose-by-an-update',
      'values-changed-by-an-upsert',
      'values-changed-by-a-trigger-in-a-table-never-named',
      'an-update-without-a-condition',
      'an-update-whose-condition-is-always-true',
      'an-update-whose-subquery-is-not-tied-to-its-row',
    ],
    safe: [
      'a-column-made-anew-filled-and-renamed-to-its-old-name',
      'a-column-set-aside-and-made-anew-with-its-values',
      'an-update-that-writes-what-is-there',
      'a-built-in-function-in-an-update',
      'an-update-that-fills-only-what-was-empty',
    ],
  },
  {
    title: 'NULL written for rows without a match',
    rules: ['values-cleared'],
    unsafe: [
      'values-cleared-by-a-subquery-without-a-match',
      'an-update-from-a-left-join-without-a-match',
      'a-copy-takes-a-column-from-a-left-join-without-a-match',
    ],
    safe: ['values-kept-where-a-subquery-has-no-match', 'a-left-join-that-falls-back-on-what-is-there'],
  },
  {
    title: 'truncation',
    rules: ['values-changed'],
    unsafe: [
      'text-cut-to-a-length-in-a-copy',
      'text-cut-at-a-nul-character-in-a-copy',
      'fractions-cut-off-by-an-update',
    ],
    safe: ['text-that-is-short-enough-is-not-cut'],
  },
  {
    title: 'reformatted timestamps',
    rules: ['values-changed', 'values-cleared', 'values-retyped'],
    unsafe: [
      'timestamps-lose-their-fraction-in-a-copy',
      'timestamps-that-do-not-parse-are-cleared',
      'unix-times-become-text-by-an-update',
      'timestamps-get-a-t-by-an-update',
    ],
    safe: ['a-new-column-filled-with-the-current-time', 'timestamps-in-another-form-in-a-new-column'],
  },
  {
    title: 'changes of case alone under NOCASE',
    rules: ['values-changed', 'rows-replaced'],
    unsafe: [
      'addresses-in-lower-case-by-an-update-under-nocase',
      'names-in-upper-case-in-a-copy-under-nocase',
      'a-key-in-another-case-under-nocase',
    ],
    safe: ['addresses-that-are-in-lower-case-already'],
  },
  {
    title: 'invalid UTF-8',
    rules: ['values-changed', 'rows-replaced'],
    unsafe: [
      'invalid-bytes-replaced-by-an-update',
      'invalid-bytes-swapped-for-other-invalid-bytes',
      'an-overlong-character-made-short-in-a-key',
    ],
    safe: ['invalid-bytes-copied-as-they-are'],
  },
  {
    title: 'blobs with a byte changed',
    rules: ['values-changed', 'values-retyped'],
    unsafe: [
      'one-byte-of-a-blob-changed-by-an-update',
      'the-last-byte-of-large-blobs-lost-in-a-copy',
      'blobs-become-text-of-the-same-bytes',
    ],
    safe: ['blobs-copied-as-they-are'],
  },
  {
    title: 'JSON that no longer parses, or is encoded twice',
    rules: ['json-broken', 'json-stringified'],
    unsafe: [
      'json-encoded-twice',
      'json-cut-by-a-text-function',
      'json-with-its-quotation-marks-replaced',
      'json-put-together-by-hand',
    ],
    safe: ['json-encoded-once', 'json-copied-as-it-is', 'json-that-is-compact-already-written-again'],
  },
  {
    title: 'backfills that miss rows',
    rules: ['backfill-incomplete', 'expectation-unmet'],
    unsafe: [
      'a-backfill-that-leaves-rows-out',
      'nulls-of-an-old-column-filled-in-part',
      'a-column-renamed-in-a-rebuild-that-loses-a-value',
      'query-finds-rows-after-backfill',
    ],
    safe: [
      'a-backfill-of-every-row',
      'a-backfill-of-rows-that-have-a-source',
      'additive-with-complete-backfill',
      'a-nullable-column-without-a-backfill',
      'query-finds-no-row-after-backfill',
      'a-column-renamed-in-a-rebuild',
    ],
  },
  {
    title: 'required columns still NULL',
    rules: ['required-null'],
    unsafe: [
      'a-required-column-filled-in-part',
      'a-required-column-that-nothing-fills',
      'a-required-column-empty-in-rows-that-are-added',
    ],
    safe: ['a-required-column-filled-in-every-row', 'a-required-column-full-in-rows-that-are-added'],
  },
];
