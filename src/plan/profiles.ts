import type { Profile, ProfileName } from '../facts/plan.ts';

/**
 * The ways in which production executes SQL files: those of the layouts' own tools with their usual driver, and four of
 * no tool. `plain` is the sqlite3 shell: foreign keys off, each statement commits by itself unless the file says BEGIN.
 */
export const profiles: readonly Profile[] = [
  profile('plain', 'none', false),
  profile('autocommit-fk-on', 'none', true),
  profile('transaction', 'file', true),
  profile('transaction-fk-off', 'file', false),
  // better-sqlite3 turns foreign keys on, takes no text in double quotes and is in defensive mode.
  { ...profile('drizzle', 'all', true), doubleQuotedText: false, defensive: true },
  // The libsql client turns them off around a migration, and takes no such text either.
  { ...profile('drizzle-libsql', 'all', false), doubleQuotedText: false, defensive: true },
  profile('prisma', 'none', true),
  // Its engine takes text in double quotes, which was measured; nothing turns its foreign keys off.
  { ...profile('d1', 'file', true), defensive: true },
  profile('goose', 'file', false),
  profile('golang-migrate', 'file', false),
  profile('sqlx', 'file', true),
  profile('diesel', 'file', false),
  profile('dbmate', 'file', false),
  profile('sql-migrate', 'file', false),
  profile('user-version', 'file', false),
];

/** For "no tool was recognised": what else production may be. */
export const genericProfiles: readonly Profile[] = profiles.slice(0, 4);

export function profileNamed(name: ProfileName): Profile {
  return profiles.find((one) => one.name === name) as Profile;
}

function profile(name: ProfileName, transaction: Profile['transaction'], foreignKeys: boolean): Profile {
  return { name, transaction, foreignKeys, doubleQuotedText: true };
}
