import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import type { Peak } from '../../../facts/rehearsal/rehearsal.ts';
import type { Connection } from '../../sqlite/connection.ts';

/** A statement that was faster changed little. */
const WORTH_A_LOOK_MS = 5;

/**
 * How large database, WAL and rollback journal became while a plan ran. A WAL never shrinks while it is open. A rollback
 * journal does with every commit, unless it is kept for the next transaction: then its size is that of the largest.
 */
export class PeakWatch {
  readonly #path: string;
  #peak = { database: 0, wal: 0, journal: 0 };

  constructor(path: string, connection: Connection) {
    this.#path = path;
    // In the file, and for everybody but this connection, PERSIST and DELETE are the same.
    if (connection.text('PRAGMA journal_mode') === 'delete') connection.exec('PRAGMA journal_mode=PERSIST');
    this.look(WORTH_A_LOOK_MS);
  }

  /** `ms`: how long the last statement took. */
  look(ms: number): void {
    if (ms < WORTH_A_LOOK_MS) return;
    const { database, wal, journal } = this.#peak;
    this.#peak = {
      database: Math.max(database, sizeOf(this.#path)),
      wal: Math.max(wal, sizeOf(`${this.#path}-wal`)),
      journal: Math.max(journal, sizeOf(`${this.#path}-journal`)),
    };
  }

  /** To be called before the connection is closed. */
  end(): Peak {
    this.look(WORTH_A_LOOK_MS);
    return this.#peak;
  }
}

/** After the connection is closed: a journal that was only kept for its size goes, one that would be rolled back stays. */
export function removeKeptJournal(path: string): void {
  const journal = `${path}-journal`;
  if (existsSync(journal) && isOver(journal)) rmSync(journal);
}

/** With PERSIST the first bytes are overwritten with zeros at the end of a transaction. */
function isOver(journal: string): boolean {
  const head = Buffer.alloc(8);
  const file = openSync(journal, 'r');
  try {
    return readSync(file, head) === 0 || head.every((byte) => byte === 0);
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
