import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** The first bytes of a rollback journal that is to be played back (sqlite.org/fileformat2.html, section 3). */
const MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
const HEADER_BYTES = 28;

/** Free pages that a transaction cuts off are in neither file, so that the database may have been longer than both. */
const MOST_TIMES = 4;
const ALWAYS_BYTES = 64 * 2 ** 20;

/**
 * Whether the journal beside a database would make it far longer than both files are: playing it back first gives the
 * database the length that the journal names, and a damaged one names any.
 */
export function growsBeyondReason(database: string): boolean {
  const journal = `${database}-journal`;
  const head = Buffer.alloc(HEADER_BYTES);
  const file = openSync(journal, 'r');
  try {
    if (readSync(file, head) < HEADER_BYTES || !head.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  } finally {
    closeSync(file);
  }
  const [pages, pageSize] = [head.readUInt32BE(16), head.readUInt32BE(24)];
  const bytes = statSync(database).size + statSync(journal).size;
  return pages * pageSize > Math.max(ALWAYS_BYTES, MOST_TIMES * bytes);
}
