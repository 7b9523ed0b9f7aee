import type { Rule } from '../rule.ts';
import { rule as accountUnread } from './account-unread.ts';
import { rule as allowanceUnused } from './allowance-unused.ts';
import { rule as backfillIncomplete } from './backfill-incomplete.ts';
import { rule as checkDegraded } from './check-degraded.ts';
import { rule as columnDropped } from './column-dropped.ts';
import { rule as commandAsked } from './command-asked.ts';
import { rule as commandLeftRunning } from './command-left-running.ts';
import { rule as commandMissedCopy } from './command-missed-copy.ts';
import { rule as constraintLost } from './constraint-lost.ts';
import { rule as crashSticks } from './crash-sticks.ts';
import { rule as crashUnsafe } from './crash-unsafe.ts';
import { rule as defaultChanged } from './default-changed.ts';
import { rule as doubleQuotedText } from './double-quoted-text.ts';
import { rule as dumpIncomplete } from './dump-incomplete.ts';
import { rule as expectationUnmet } from './expectation-unmet.ts';
import { rule as foreignKeyChanged } from './foreign-key-changed.ts';
import { rule as foreignKeyMismatch } from './foreign-key-mismatch.ts';
import { rule as gateLoosened } from './gate-loosened.ts';
import { rule as halfMigrated } from './half-migrated.ts';
import { rule as headerChanged } from './header-changed.ts';
import { rule as historyChanged } from './history-changed.ts';
import { rule as indexLost } from './index-lost.ts';
import { rule as integrityDamaged } from './integrity-damaged.ts';
import { rule as jsonBroken } from './json-broken.ts';
import { rule as jsonStringified } from './json-stringified.ts';
import { rule as madeAndLost } from './made-and-lost.ts';
import { rule as migrationEdited } from './migration-edited.ts';
import { rule as migrationFailed } from './migration-failed.ts';
import { rule as migrationMissing } from './migration-missing.ts';
import { rule as migrationOutOfOrder } from './migration-out-of-order.ts';
import { rule as migrationTimeout } from './migration-timeout.ts';
import { rule as migrationUnfinished } from './migration-unfinished.ts';
import { rule as migrationsDirty } from './migrations-dirty.ts';
import { rule as moved } from './moved.ts';
import { rule as needsAppFunction } from './needs-app-function.ts';
import { rule as noEffect } from './no-effect.ts';
import { rule as notAtomic } from './not-atomic.ts';
import { rule as notRerunnable } from './not-rerunnable.ts';
import { rule as nothingPending } from './nothing-pending.ts';
import { rule as orphansIntroduced } from './orphans-introduced.ts';
import { rule as orphansPresent } from './orphans-present.ts';
import { rule as preflightIncomplete } from './preflight-incomplete.ts';
import { rule as productionSqlite } from './production-sqlite.ts';
import { rule as rehearsalSkipped } from './rehearsal-skipped.ts';
import { rule as renamed } from './renamed.ts';
import { rule as requiredNull } from './required-null.ts';
import { rule as rollbackLossy } from './rollback-lossy.ts';
import { rule as rowsDuplicated } from './rows-duplicated.ts';
import { rule as rowsLost } from './rows-lost.ts';
import { rule as rowsReplaced } from './rows-replaced.ts';
import { rule as runnerSensitive } from './runner-sensitive.ts';
import { rule as searchIndexChanged } from './search-index-changed.ts';
import { rule as searchIndexStale } from './search-index-stale.ts';
import { rule as sequenceDoubled } from './sequence-doubled.ts';
import { rule as sequenceReset } from './sequence-reset.ts';
import { rule as settingsInvalid } from './settings-invalid.ts';
import { rule as sideEffect } from './side-effect.ts';
import { rule as snapshotChanged } from './snapshot-changed.ts';
import { rule as snapshotUnusable } from './snapshot-unusable.ts';
import { rule as statementBroken } from './statement-broken.ts';
import { rule as statementSkipped } from './statement-skipped.ts';
import { rule as tableDropped } from './table-dropped.ts';
import { rule as tableSwapped } from './table-swapped.ts';
import { rule as transactionLeftOpen } from './transaction-left-open.ts';
import { rule as triggerBroken } from './trigger-broken.ts';
import { rule as triggerChanged } from './trigger-changed.ts';
import { rule as triggerLost } from './trigger-lost.ts';
import { rule as valuesChanged } from './values-changed.ts';
import { rule as valuesCleared } from './values-cleared.ts';
import { rule as valuesRetyped } from './values-retyped.ts';
import { rule as valuesUnconverted } from './values-unconverted.ts';
import { rule as viewBroken } from './view-broken.ts';
import { rule as viewChanged } from './view-changed.ts';
import { rule as viewLost } from './view-lost.ts';
import { rule as walMissing } from './wal-missing.ts';

/** Every rule, in alphabetical order. A rule is its file, this line, its test and its section in docs/rules.md. */
export const rules: readonly Rule[] = [
  accountUnread,
  allowanceUnused,
  backfillIncomplete,
  checkDegraded,
  columnDropped,
  commandAsked,
  commandLeftRunning,
  commandMissedCopy,
  constraintLost,
  crashSticks,
  crashUnsafe,
  defaultChanged,
  doubleQuotedText,
  dumpIncomplete,
  expectationUnmet,
  foreignKeyChanged,
  foreignKeyMismatch,
  gateLoosened,
  halfMigrated,
  headerChanged,
  historyChanged,
  indexLost,
  integrityDamaged,
  jsonBroken,
  jsonStringified,
  madeAndLost,
  migrationEdited,
  migrationFailed,
  migrationMissing,
  migrationOutOfOrder,
  migrationTimeout,
  migrationUnfinished,
  migrationsDirty,
  moved,
  needsAppFunction,
  noEffect,
  notAtomic,
  notRerunnable,
  nothingPending,
  orphansIntroduced,
  orphansPresent,
  preflightIncomplete,
  productionSqlite,
  rehearsalSkipped,
  renamed,
  requiredNull,
  rollbackLossy,
  rowsDuplicated,
  rowsLost,
  rowsReplaced,
  runnerSensitive,
  searchIndexChanged,
  searchIndexStale,
  sequenceDoubled,
  sequenceReset,
  settingsInvalid,
  sideEffect,
  snapshotChanged,
  snapshotUnusable,
  statementBroken,
  statementSkipped,
  tableDropped,
  tableSwapped,
  transactionLeftOpen,
  triggerBroken,
  triggerChanged,
  triggerLost,
  valuesChanged,
  valuesCleared,
  valuesRetyped,
  valuesUnconverted,
  viewBroken,
  viewChanged,
  viewLost,
  walMissing,
];
