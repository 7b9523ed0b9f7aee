import { d1Limits } from './d1-limits.ts';
import type { DriverProfile } from './layout.ts';

/** How drizzle's migrator executes with one driver. */
export interface DrizzleDriver {
  /** Of its profile. */
  name: string;
  /** As its errors begin. */
  called: string;
  /** What becomes of a second statement between two breakpoints. */
  second: 'refused' | 'dropped' | 'run';
  /** What it says to a text without a statement; absent where it takes one. */
  empty?: string;
  /** The files are bundled with the application, and recorded without their hash. */
  bundled?: true;
  profile: DriverProfile;
}

/** Turns foreign keys on, takes no text in double quotes and is in defensive mode. */
export const usualDriver: DrizzleDriver = {
  name: 'drizzle',
  called: 'better-sqlite3',
  second: 'refused',
  empty: 'The supplied SQL string contains no statements',
  profile: {
    transaction: 'all',
    foreignKeys: true,
    doubleQuotedText: false,
    defensive: true,
    foreignKeysOff: 'run `PRAGMA foreign_keys=OFF` on the connection before `migrate()`, and ON after it',
  },
};

export const otherDrivers: readonly DrizzleDriver[] = [
  {
    name: 'drizzle-libsql',
    called: 'libsql',
    second: 'dropped',
    empty: 'not an error',
    // The client turns them off around a migration.
    profile: { transaction: 'all', foreignKeys: false, doubleQuotedText: false, defensive: true },
  },
  {
    // Measured with bun 1.4.5.
    name: 'drizzle-bun',
    called: 'bun:sqlite',
    second: 'dropped',
    empty: 'Invalid SQL statement',
    profile: { transaction: 'all', foreignKeys: false, doubleQuotedText: true, defensive: true },
  },
  {
    // expo-sqlite 57: NativeDatabaseBinding.cpp prepares the first statement and steps it; SQLite's own defaults.
    name: 'drizzle-expo',
    called: 'expo-sqlite',
    second: 'dropped',
    empty: 'bad parameter or other API misuse',
    bundled: true,
    profile: { transaction: 'all', foreignKeys: false },
  },
  {
    // op-sqlite 18: OPBridge.cpp compiles every statement and steps the first. Its session's transaction() does not wait for
    // what runs in it (drizzle-orm, op-sqlite/session.js): COMMIT is sent behind the first statement.
    name: 'drizzle-op-sqlite',
    called: 'op-sqlite',
    second: 'dropped',
    bundled: true,
    profile: { transaction: 'none', foreignKeys: false },
  },
  {
    // drizzle-kit 0.31: each text is one request of D1's HTTP API.
    name: 'drizzle-d1-http',
    called: "D1's HTTP API",
    second: 'run',
    empty: 'No SQL statements detected',
    profile: { transaction: 'none', foreignKeys: true, defensive: true, limits: d1Limits },
  },
];

/** Of a profile that is none of drizzle's: all drivers that were measured but the usual one drop a second statement. */
const anotherDriver: DrizzleDriver = {
  ...usualDriver,
  called: 'a driver other than better-sqlite3',
  second: 'dropped',
  empty: 'no statement',
};

/** The driver of the profile that the user declared; better-sqlite3 where nobody did. */
export function driverNamed(profile: string | undefined): DrizzleDriver {
  if (profile === undefined || profile === 'drizzle' || profile === 'drizzle-1') return usualDriver;
  return otherDrivers.find(({ name }) => name === profile) ?? anotherDriver;
}
