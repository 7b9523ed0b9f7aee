import type { DisasterClass } from './classes.ts';

/** Harm that the two ends of a migration do not show: what it made and lost again, what it set off, and what it did not do. */
export const onTheWay: readonly DisasterClass[] = [
  {
    title: 'Made by one file, forgotten by the next',
    rules: ['made-and-lost'],
    unsafe: [
      'a-second-rebuild-forgets-the-column-of-the-first-file',
      'a-rebuild-forgets-the-trigger-made-before-it',
      'a-rebuild-forgets-the-values-that-were-written-before-it',
    ],
    safe: [
      'a-rebuild-takes-over-what-was-made-before-it',
      'a-helping-column-that-the-copy-reads-is-left-behind',
    ],
  },
  {
    title: 'Triggers that a backfill sets off',
    rules: ['side-effect'],
    unsafe: [
      'a-backfill-fills-an-outbox-by-a-trigger',
      'trigger-writes-to-a-table-never-named',
      'a-delete-fills-a-table-by-a-trigger',
      'a-trigger-stamps-rows-of-another-table-during-a-backfill',
    ],
    safe: ['a-trigger-that-queues-mails-is-dropped-during-a-backfill'],
  },
  {
    title: 'Statements that have no effect',
    rules: ['no-effect'],
    unsafe: [
      'a-file-that-ends-with-rollback',
      'a-transaction-that-is-rolled-back',
      'a-guard-trigger-passes-over-every-row-of-an-update',
    ],
    safe: ['a-trial-that-is-rolled-back-and-then-done', 'a-guard-trigger-that-lets-every-row-pass'],
  },
];
