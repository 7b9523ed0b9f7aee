import type { Profile } from '../../../facts/plan.ts';

/** What to do that depends on how production executes: the words of its own tool, where it has some. */

/** To rebuild a table without its children being touched. `command`: the project's own tool, of which no profile is known. */
export function rebuildWithoutCascade(profile: Profile | undefined, parent: string): string {
  const rebuild = `Rebuild ${parent} with foreign keys off`;
  if (profile === undefined) {
    return `${rebuild}: PRAGMA foreign_keys=OFF must stand before the tool begins its transaction, inside it does nothing.`;
  }
  const { transaction, withoutTransaction, foreignKeysOff } = profile;
  if (foreignKeysOff === 'never') {
    return `Nothing turns foreign keys off there: change ${parent} by ADD, RENAME or DROP COLUMN instead of a rebuild, or copy the rows of its children away before the DROP TABLE and put them back behind the rename, in the same file.`;
  }
  if (foreignKeysOff !== undefined) return `${rebuild}: ${foreignKeysOff}.`;
  if (transaction !== 'none' && withoutTransaction !== undefined) {
    return `${rebuild}: inside a transaction PRAGMA foreign_keys does nothing. Put the rebuild into a file of its own with ${withoutTransaction}; in it PRAGMA foreign_keys=OFF, then BEGIN, the rebuild and COMMIT. ${OFF_ANYWAY}`;
  }
  return `${rebuild}: PRAGMA foreign_keys=OFF must stand before the transaction begins, inside it does nothing. ${OFF_ANYWAY}`;
}

const OFF_ANYWAY = 'Where production has them off anyway, set `foreign-keys: off`.';

/** For a statement that SQLite takes in no transaction, where the profile opens one. */
export function outsideTransaction({ withoutTransaction, name }: Profile): string {
  if (withoutTransaction !== undefined) return `put it into a file of its own with ${withoutTransaction}`;
  return GENERIC.has(name)
    ? 'put it elsewhere, or declare `profile: plain` if production opens none'
    : 'this tool opens one for every file, so run it by hand, apart from the migrations';
}

/** Profiles of no tool: what production has may be another one. */
const GENERIC = new Set(['transaction', 'transaction-fk-off']);
