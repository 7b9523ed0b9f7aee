import type { DisasterClass } from './classes.ts';

/** What foreign keys do, and what is done to them. */
export const references: readonly DisasterClass[] = [
  {
    title: 'rows deleted by a cascade',
    rules: ['rows-lost'],
    unsafe: [
      'rebuild-in-transaction-deletes-children',
      'foreign-keys-on-without-transaction-a-rebuild-deletes-children',
      'foreign-keys-cannot-be-switched-off-in-a-transaction-and-children-go',
      'its-own-begin-before-foreign-keys-are-switched-off-deletes-children',
      'a-cascade-runs-over-three-tables',
      'a-parent-written-with-or-replace-takes-its-children-away',
    ],
    safe: [
      'rebuild-in-plain-keeps-children',
      'foreign-keys-switched-off-before-a-rebuild-keep-children',
      'its-own-begin-and-switched-off-foreign-keys-keep-children',
      'a-rebuild-in-a-transaction-without-foreign-keys-keeps-children',
      'a-parent-written-with-an-upsert-keeps-its-children',
    ],
  },
  {
    title: 'links set to NULL',
    rules: ['values-cleared'],
    unsafe: [
      'links-erased-before-their-column-is-rebuilt-under-another-name',
      'links-filled-by-an-update-go-with-the-rebuild-of-their-parent',
      'links-of-a-new-table-go-with-the-rebuild-of-their-parent',
      'rebuild-in-transaction-erases-links',
      'foreign-keys-on-without-transaction-a-rebuild-erases-links',
      'foreign-keys-cannot-be-switched-off-in-a-transaction-and-links-go',
      'a-parent-written-with-or-replace-erases-the-links-to-it',
    ],
    safe: [
      'links-filled-again-after-the-rebuild-erased-them',
      'links-filled-before-a-rebuild-without-foreign-keys',
      'links-filled-after-the-rebuild-of-their-parent',
      'foreign-keys-switched-off-before-a-rebuild-keep-links',
      'a-rebuild-in-a-transaction-without-foreign-keys-keeps-links',
    ],
  },
  {
    title: 'links set to their default',
    rules: ['values-cleared', 'values-changed', 'migration-failed'],
    unsafe: [
      'links-in-a-new-column-go-back-to-their-default',
      'a-rebuild-in-a-transaction-sets-links-back-to-a-default-of-null',
      'a-rebuild-in-a-transaction-fails-on-links-set-back-to-a-default',
      'a-parent-written-with-or-replace-moves-its-children-to-the-default',
    ],
    safe: [
      'a-rebuild-without-foreign-keys-keeps-links-with-a-default',
      'the-same-parent-written-with-or-replace-without-foreign-keys',
    ],
  },
  {
    title: 'refused by a reference',
    rules: ['migration-failed'],
    unsafe: [
      'foreign-keys-on-without-transaction-a-rebuild-fails-on-plain-references',
      'a-rebuild-in-a-transaction-fails-on-plain-references',
      'a-rebuild-in-a-transaction-fails-on-a-restricting-reference',
      'a-key-that-children-refer-to-cannot-be-moved',
    ],
    safe: [
      'a-rebuild-without-foreign-keys-keeps-plain-references',
      'foreign-keys-switched-off-before-a-rebuild-let-plain-references-pass',
      'a-rebuild-without-foreign-keys-keeps-restricting-references',
    ],
  },
  {
    title: 'deferred constraints in a rebuild',
    rules: ['rows-lost', 'values-cleared', 'migration-failed'],
    unsafe: [
      'deferred-foreign-keys-do-not-stop-a-cascade',
      'deferred-foreign-keys-do-not-stop-set-null',
      'deferred-foreign-keys-fail-at-commit-after-a-rename',
    ],
    safe: [
      'deferred-foreign-keys-pass-where-the-table-comes-back-under-its-name',
      'the-same-deferring-file-without-foreign-keys',
    ],
  },
  {
    title: 'foreign keys lost in a rebuild',
    rules: ['foreign-key-changed'],
    unsafe: [
      'two-tables-rebuilt-under-one-working-name-lose-what-hangs-on-them',
      'a-foreign-key-forgotten-in-a-rebuild',
      'a-foreign-key-with-another-action-in-a-rebuild',
      'a-foreign-key-over-two-columns-lost-by-create-as-select',
      'a-foreign-key-no-longer-deferred-after-a-rebuild',
    ],
    safe: [
      'two-tables-rebuilt-under-one-working-name',
      'a-foreign-key-written-differently-in-a-rebuild',
      'a-deferred-foreign-key-written-differently-in-a-rebuild',
    ],
  },
  {
    title: 'foreign keys pointed to another table, child empty',
    rules: ['foreign-key-changed', 'foreign-key-mismatch'],
    unsafe: [
      'foreign-key-pointed-to-a-table-that-is-dropped-while-the-child-is-empty',
      'two-children-pointed-to-a-table-that-is-dropped',
      'a-foreign-key-pointed-to-the-old-table-that-stays',
      'a-foreign-key-of-an-empty-child-made-for-a-misspelt-table',
    ],
    safe: ['foreign-key-left-alone-by-a-legacy-rename', 'a-foreign-key-whose-missing-table-is-made'],
  },
  {
    title: "a parent's UNIQUE lost",
    rules: ['foreign-key-mismatch'],
    unsafe: [
      'a-unique-parent-key-lost-in-a-rebuild',
      'a-unique-index-that-children-refer-to-dropped-by-name',
      'a-unique-pair-that-children-refer-to-comes-back-partial',
      'a-primary-key-that-children-refer-to-lost-by-create-as-select',
    ],
    safe: ['a-unique-parent-key-made-again-as-an-index'],
  },
  {
    title: 'orphans, old and new',
    rules: ['orphans-present', 'orphans-introduced', 'foreign-key-mismatch'],
    unsafe: [
      'orphans-that-were-there-before',
      'health-check-of-orphans',
      'a-new-foreign-key-over-rows-without-a-parent',
      'delete-of-parents-orphans-children',
      'undeclared-reference-loses-parents',
      'a-foreign-key-to-a-table-that-never-was',
      'children-added-without-a-parent',
    ],
    safe: [
      'orphans-repaired-by-their-parents',
      'orphans-that-were-there-before-where-only-new-ones-count',
      'a-new-foreign-key-over-rows-that-have-their-parents',
      'undeclared-reference-keeps-parents',
      'a-foreign-key-to-a-table-that-was-missing-before-too',
    ],
  },
];
