import type { DriverProfile } from './layout.ts';

/** How drizzle's migrator executes with one driver. */
export interface DrizzleDriver {
  /** Of its profile. */
  name: string;
  /** As its errors begin. */
  called: string;
  /** What becomes of a second statement between two breakpoints. */
  second: 'refused' | 'dropped' | 'run';
  /** What it says to a text without a statement. */
  empty: string;
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
];

/** The driver that the user declared; better-sqlite3 where none of drizzle's was. */
export function driverNamed(name: string | undefined): DrizzleDriver {
  return otherDrivers.find((one) => one.name === name) ?? usualDriver;
}
