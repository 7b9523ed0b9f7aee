import type { DisasterClass } from './classes.ts';

/** What the schema promises, and still seems to. */
export const guarantees: readonly DisasterClass[] = [
  {
    title: 'guarantees weakened by name',
    rules: ['constraint-lost'],
    unsafe: [
      'a-unique-index-made-again-plain-by-name',
      'a-partial-unique-index-made-again-over-fewer-rows',
      'a-check-that-loses-one-of-its-conditions',
      'a-foreign-key-that-gains-a-second-column',
    ],
    safe: [
      'a-unique-index-made-again-tighter-by-name',
      'a-check-that-lets-in-one-more-value',
      'an-index-made-again-with-asc',
    ],
  },
  {
    title: 'defaults that became a text',
    rules: ['default-changed'],
    unsafe: [
      'a-default-that-only-spells-an-expression',
      'a-time-default-that-comes-back-as-a-text',
      'a-default-that-stops-at-one-time',
    ],
    safe: ['a-default-written-as-another-expression-of-the-time'],
  },
  {
    title: 'values that do not fit the new declared type',
    rules: ['values-unconverted', 'values-changed'],
    unsafe: [
      'texts-copied-into-columns-declared-for-integers',
      'texts-converted-by-the-expressions-of-a-copy',
      'words-in-a-column-that-becomes-boolean',
    ],
    safe: ['texts-copied-into-a-column-declared-for-dates'],
  },
  {
    title: 'statements passed over',
    rules: ['no-effect'],
    unsafe: [
      'a-table-not-made-because-an-older-one-has-its-name',
      'a-unique-index-not-made-because-a-plain-one-has-its-name',
      'a-view-not-made-because-another-has-its-name',
    ],
    safe: ['a-table-asked-for-again-that-has-more-columns-now'],
  },
  {
    title: 'options of a search index lost',
    rules: ['search-index-changed'],
    unsafe: [
      'a-search-index-made-again-without-its-tokenizer',
      'a-search-index-made-again-without-its-rank',
      'a-search-index-with-a-column-that-is-not-searched-any-more',
    ],
    safe: ['a-search-index-made-again-with-a-column-more'],
  },
  {
    title: 'tables named like those of a search index',
    rules: ['rows-lost', 'column-dropped', 'constraint-lost'],
    unsafe: [
      'rows-lost-from-a-table-named-like-a-shadow-table',
      'a-column-dropped-from-a-table-named-like-search-content',
      'a-check-forgotten-in-a-table-named-like-a-shadow-table',
    ],
    safe: [
      'a-column-added-to-a-table-named-like-a-shadow-table',
      'a-trigger-on-a-table-named-like-a-shadow-table',
    ],
  },
];
