import type { DisasterClass } from './classes.ts';

/** Migrations that do not end. */
export const failures: readonly DisasterClass[] = [
  {
    title: 'passes on an empty database, fails on rows',
    rules: ['migration-failed'],
    unsafe: [
      'a-new-column-not-null-without-default',
      'a-new-column-with-the-current-time-as-default',
      'a-new-reference-with-a-default',
      'a-new-check-that-existing-rows-break',
      'a-new-stored-generated-column',
      'a-unique-index-over-duplicates',
    ],
    safe: [
      'a-new-column-not-null-with-a-default',
      'a-new-column-with-the-current-time-as-default-in-an-empty-table',
      'a-new-reference-filled-afterwards',
      'a-new-check-that-existing-rows-keep',
      'a-unique-index-over-different-values',
    ],
  },
  {
    title: 'fails half-way, under each profile',
    rules: ['half-migrated', 'migration-failed', 'needs-app-function', 'transaction-left-open'],
    unsafe: [
      'half-migrated-in-plain',
      'all-or-nothing-in-transaction',
      'a-function-of-the-application-after-a-committed-statement',
      'text-in-double-quotes-after-a-committed-statement',
      'vacuum-inside-the-transaction-of-the-profile-fails',
      'its-own-begin-inside-the-transaction-of-the-profile-fails',
      'commit-forgotten',
      'a-failure-in-the-middle-with-foreign-keys-on',
      'all-or-nothing-in-a-transaction-without-foreign-keys',
      'a-failure-after-the-file-itself-committed-a-part',
    ],
    safe: [
      'names-in-double-quotes-and-text-in-single-quotes',
      'the-same-file-where-nothing-stands-in-its-way',
    ],
  },
  {
    title: 'syntax that production does not understand',
    rules: ['production-sqlite'],
    unsafe: [
      'a-column-dropped-where-production-cannot',
      'a-constraint-added-by-alter-table-where-production-cannot',
      'a-strict-table-that-production-does-not-understand',
      'a-trigger-with-a-function-that-production-lacks',
    ],
    safe: [
      'a-column-dropped-where-production-can',
      'a-strict-table-that-production-understands',
      'a-trigger-with-functions-that-production-has',
    ],
  },
];
