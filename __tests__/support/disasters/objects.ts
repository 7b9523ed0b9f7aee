import type { DisasterClass } from './classes.ts';

/** What is around the rows. */
export const objects: readonly DisasterClass[] = [
  {
    title: 'triggers lost',
    rules: ['trigger-lost'],
    unsafe: [
      'rebuild-forgets-index-and-trigger',
      'a-view-made-again-without-its-trigger',
      'a-trigger-dropped-with-the-table-it-writes-to',
      'odd-names-and-kinds-unsafe',
      'a-trigger-dropped-by-name-and-not-made-again',
      'a-trigger-follows-the-old-table-and-goes-with-it',
    ],
    safe: ['a-rebuild-makes-index-and-trigger-again', 'odd-names-and-kinds-safe'],
  },
  {
    title: 'indexes lost: partial, expression, unique',
    rules: ['index-lost'],
    unsafe: [
      'a-unique-index-that-comes-back-as-a-plain-one',
      'an-index-that-comes-back-with-another-collation',
      'an-index-that-comes-back-without-its-condition',
      'an-index-over-an-expression-forgotten-in-a-rebuild',
      'a-partial-index-made-again-with-another-condition',
    ],
    safe: [
      'words-that-only-look-like-a-renamed-name',
      'an-index-with-a-new-name',
      'an-index-dropped-by-name',
      'a-partial-and-an-expression-index-made-again',
    ],
  },
  {
    title: 'views lost',
    rules: ['view-lost'],
    unsafe: [
      'a-view-dropped-by-name',
      'a-view-dropped-for-a-rebuild-and-not-made-again',
      'a-view-turned-into-a-table-of-its-name',
    ],
    safe: ['a-view-dropped-before-a-rebuild-and-made-again', 'a-view-made-again-in-other-words'],
  },
  {
    title: 'CHECK lost',
    rules: ['constraint-lost'],
    unsafe: [
      'a-check-and-a-collation-forgotten-in-a-rebuild',
      'a-check-forgotten-in-a-rebuild',
      'a-check-that-comes-back-weaker',
    ],
    safe: ['constraints-written-differently-in-a-rebuild', 'a-check-that-moves-from-its-column-to-the-table'],
  },
  {
    title: 'NOT NULL lost',
    rules: ['constraint-lost'],
    unsafe: [
      'not-null-taken-off-by-an-edit-of-the-schema-itself',
      'not-null-and-default-forgotten-in-a-rebuild',
      'not-null-taken-off-by-alter-column',
      'a-table-copied-by-create-as-select-loses-not-null',
    ],
    safe: ['a-comment-written-into-the-schema-itself', 'not-null-and-default-repeated-in-a-rebuild'],
  },
  {
    title: 'DEFAULT lost',
    rules: ['constraint-lost'],
    unsafe: [
      'a-default-forgotten-in-a-rebuild',
      'a-default-that-becomes-null',
      'a-table-copied-by-create-as-select-loses-defaults',
    ],
    safe: ['another-default-for-new-rows', 'a-default-repeated-in-another-spelling'],
  },
  {
    title: 'COLLATE lost',
    rules: ['constraint-lost'],
    unsafe: [
      'a-collation-forgotten-in-a-rebuild',
      'a-collation-that-becomes-another-one',
      'a-key-that-loses-its-collation',
      'a-key-that-loses-a-collation-of-its-own',
    ],
    safe: ['a-collation-repeated-in-a-rebuild'],
  },
  {
    title: 'UNIQUE lost',
    rules: ['constraint-lost'],
    unsafe: [
      'a-unique-constraint-forgotten-in-a-rebuild',
      'a-unique-pair-that-comes-back-with-a-third-column',
      'a-unique-constraint-made-again-as-a-plain-index',
      'a-unique-constraint-that-loses-its-own-collation',
      'on-conflict-forgotten-in-a-rebuild',
    ],
    safe: [
      'a-unique-pair-written-as-an-index',
      'a-unique-constraint-with-its-own-collation-written-as-an-index',
      'a-collation-of-a-unique-constraint-that-moves-to-its-column',
      'on-conflict-written-differently-in-a-rebuild',
    ],
  },
  {
    title: 'generated columns lost',
    rules: ['constraint-lost', 'column-dropped'],
    unsafe: [
      'a-generated-column-turned-into-a-plain-one',
      'a-generated-column-with-another-expression',
      'a-generated-column-left-out-of-a-rebuild',
      'a-generated-column-with-its-text-in-another-case',
    ],
    safe: [
      'a-new-virtual-generated-column',
      'generated-columns-repeated-in-a-rebuild',
      'a-generated-column-with-its-names-in-another-case',
    ],
  },
  {
    title: 'STRICT lost',
    rules: ['constraint-lost'],
    unsafe: [
      'strict-forgotten-in-a-rebuild',
      'a-table-copied-by-create-as-select-loses-strict',
      'strict-forgotten-beside-without-rowid',
    ],
    safe: ['strict-and-without-rowid-repeated-in-a-rebuild'],
  },
  {
    title: 'WITHOUT ROWID lost',
    rules: ['constraint-lost'],
    unsafe: [
      'a-primary-key-forgotten-in-a-copy',
      'without-rowid-forgotten-in-a-rebuild',
      'a-table-with-a-pair-of-keys-copied-by-create-as-select',
    ],
    safe: ['without-rowid-repeated-in-a-rebuild'],
  },
  {
    title: 'views and triggers that no longer compile',
    rules: ['view-broken', 'trigger-broken', 'migration-failed', 'statement-broken'],
    unsafe: [
      'a-broken-view-is-not-the-work-of-a-trigger-that-is-allowed',
      'a-view-broken-by-a-column-that-a-rebuild-left-out',
      'a-new-view-with-a-misspelt-column',
      'a-trigger-broken-by-the-table-it-writes-to',
      'one-of-two-triggers-on-the-same-event-is-broken',
      'a-view-stops-the-rename-of-a-rebuild',
      'a-health-check-meets-a-broken-view',
      'application-statement-broken-by-rename',
    ],
    safe: [
      'a-view-and-a-trigger-over-a-rebuild-that-keeps-their-column',
      'a-view-that-keeps-its-columns-in-a-rebuild',
      'a-view-that-was-broken-before-is-not-the-migrations-fault',
      'a-broken-view-repaired-by-the-column-it-needs',
      'a-trigger-follows-the-new-name-of-a-column',
      'a-table-and-a-column-renamed-and-what-refers-to-them-follows',
      'a-view-and-a-trigger-with-built-in-functions',
      'application-statements-survive-new-column',
    ],
  },
  {
    title: 'AUTOINCREMENT high-water mark lost',
    rules: ['constraint-lost', 'sequence-reset'],
    unsafe: [
      'autoincrement-forgotten-in-a-rebuild-of-an-empty-table',
      'autoincrement-forgotten-in-a-rebuild',
      'autoincrement-repeated-but-its-number-not-carried-over',
      'sequence-numbers-deleted-by-hand',
    ],
    safe: [
      'autoincrement-written-differently-in-a-rebuild-of-an-empty-table',
      'autoincrement-repeated-and-its-number-carried-over',
      'autoincrement-table-with-a-new-name-keeps-its-number',
    ],
  },
  {
    title: 'triggers of a search index lost',
    rules: ['trigger-lost'],
    unsafe: [
      'triggers-that-feed-a-search-index-lost-in-a-rebuild',
      'a-trigger-that-feeds-a-search-index-dropped-by-name',
      'one-of-the-triggers-of-a-search-index-made-again',
    ],
    safe: ['the-triggers-of-a-search-index-made-again'],
  },
  {
    title: 'user_version or application_id reset',
    rules: ['header-changed'],
    unsafe: [
      'user-version-moved-back',
      'another-application-id',
      'another-journal-mode',
      'version-and-application-id-reset-together',
    ],
    safe: [
      'user-version-moved-forward',
      'vacuum-without-a-transaction-changes-nothing',
      'version-and-application-id-written-as-they-are',
    ],
  },
  {
    title: 'search indexes that no longer fit their content',
    rules: ['search-index-stale'],
    unsafe: [
      'a-table-of-a-search-index-dropped',
      'a-rebuild-renumbers-the-rows-of-a-search-index',
      'an-update-behind-the-back-of-a-search-index',
      'an-update-behind-the-back-of-a-search-index-of-fts4',
      'a-renamed-column-that-a-search-index-reads',
      'a-search-index-made-and-never-filled',
    ],
    safe: [
      'a-rebuild-renumbers-rows-and-rebuilds-the-search-index',
      'an-update-that-triggers-carry-into-a-search-index',
      'an-update-and-a-rebuild-of-a-search-index-of-fts4',
      'a-search-index-made-and-filled',
    ],
  },
];
