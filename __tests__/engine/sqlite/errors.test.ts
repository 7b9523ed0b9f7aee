import { describe, expect, it } from '@jest/globals';
import { machineFault } from '../../../src/engine/sqlite/errors.ts';

describe('an error of SQLite', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['SQLITE_NOMEM', 'out-of-memory'],
    ['SQLITE_IOERR_NOMEM', 'out-of-memory'],
    ['SQLITE_IOERR', 'error'],
    ['SQLITE_IOERR_CORRUPTFS', 'error'],
    ['SQLITE_CANTOPEN', 'error'],
    ['SQLITE_CANTOPEN_ISDIR', 'error'],
    // The system gives no lock on a private copy (ENOLCK): SQLite takes that for another process.
    ['SQLITE_BUSY', 'error'],
    ['SQLITE_PROTOCOL', 'error'],
    ['SQLITE_READONLY_RECOVERY', 'error'],
    ['SQLITE_READONLY_DIRECTORY', 'error'],
  ])('%s is a fault of the machine: %s', (code, kind) => {
    expect(machineFault(code)).toBe(kind);
  });

  // PRAGMA query_only makes the migration's own writes fail.
  it.each(['SQLITE_READONLY', 'SQLITE_ERROR', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_LOCKED', 'SQLITE_CORRUPT'])(
    '%s is none',
    (code) => {
      expect(machineFault(code)).toBeUndefined();
    },
  );
});
