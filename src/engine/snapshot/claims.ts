import { statSync } from 'node:fs';
import type { Unusable } from '../../facts/database.ts';
import { refuse } from './file-content.ts';
import { FileBytes } from './file-header.ts';

/** What the files of a snapshot claim of themselves is looked at before SQLite, or a copy, believes it. */

/** A file holds a part of what it seems to hold; what holds less than this much of it is a bomb, unless it is small. */
const MOST_TIMES_HELD = 250;
const ALWAYS_ALLOWED = 1024 ** 3;

/** Refuses a file with holes: the copy would have the zeros in them, which can be terabytes. */
export function refuseSparse(path: string): { unusable: Unusable } | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  // Some file systems do not tell how much they hold.
  if (stats === undefined || !stats.blocks) return undefined;
  const held = stats.blocks * 512;
  if (stats.size <= Math.max(ALWAYS_ALLOWED, MOST_TIMES_HELD * held)) return undefined;
  return refuse(
    `it is a sparse file: ${megabytes(stats.size)} by its size, of which the disk holds ${megabytes(held)}.`,
    'Copy it with `sqlite3 FILE ".backup COPY"`, which writes the pages that there are.',
  );
}

/** Free pages that a transaction cuts off are in neither file, so that the database may have been longer than both. */
const MOST_TIMES_PLAYED_BACK = 4;
const ALWAYS_PLAYED_BACK = 64 * 1024 ** 2;

/**
 * Refuses a private copy that claims to be larger than it is. SQLite makes the file as large as a hot journal says it
 * was: two kilobytes beside it become terabytes.
 */
export function refuseClaims(database: string): { unusable: Unusable } | undefined {
  const journal = hotJournal(`${database}-journal`);
  if (journal !== undefined) return refuseJournal(journal, statSync(database).size);
  const hasLog = (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  // A log has the pages that the file has not yet.
  return hasLog ? undefined : refuseHeader(database);
}

function refuseHeader(database: string): { unusable: Unusable } | undefined {
  const { header, size } = FileBytes.with(database, (bytes) => ({
    header: bytes.header(),
    size: bytes.size,
  }));
  if (header?.pages === undefined) return undefined;
  const there = Math.ceil(size / header.pageSize);
  if (header.pages <= there) return undefined;
  const counted = `its header counts ${header.pages} pages, and the file has ${there}: it was cut off`;
  return header.wal
    ? refuse(
        `${counted}, or the others are in a -wal that was left behind.`,
        'Take the snapshot with `sqlite3 FILE ".backup COPY"`, or copy the -wal with it.',
      )
    : refuse(`${counted}.`, 'Fetch the snapshot again and compare its size with the original.');
}

/** A rollback journal that SQLite would play back (sqlite.org/fileformat2.html section 3). */
interface HotJournal {
  size: number;
  /** The database before the transaction, in bytes. */
  original: number;
  /** It is one of several, of a transaction over several databases. */
  isOneOfSeveral: boolean;
}

const JOURNAL_MAGIC = Buffer.from([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);

/** `undefined` where there is none, or one that has ended. */
function hotJournal(path: string): HotJournal | undefined {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  return FileBytes.with(path, (bytes) => {
    const head = bytes.read(0, 28);
    if (head.length < 28 || !head.subarray(0, 8).equals(JOURNAL_MAGIC)) return undefined;
    const end = bytes.read(bytes.size - 8, 8);
    return {
      size: bytes.size,
      original: head.readUInt32BE(16) * head.readUInt32BE(24),
      isOneOfSeveral: bytes.size >= 28 + 16 && end.equals(JOURNAL_MAGIC),
    };
  });
}

function refuseJournal(
  { size, original, isOneOfSeveral }: HotJournal,
  bytes: number,
): { unusable: Unusable } | undefined {
  // Its end names a file anywhere on the machine, which SQLite reads, and removes.
  if (isOneOfSeveral) {
    return refuse(
      'its -journal is of a transaction over several databases: without the others nobody can tell whether it was committed.',
      'Open the original once with its own program, so that it recovers; then take the snapshot again.',
    );
  }
  const held = bytes + size;
  if (original <= Math.max(ALWAYS_PLAYED_BACK, MOST_TIMES_PLAYED_BACK * held)) return undefined;
  return refuse(
    `its -journal is damaged: it says that the database had ${megabytes(original)}, of which file and journal hold ${megabytes(held)}.`,
    'Fetch the snapshot again, with `sqlite3 FILE ".backup COPY"` where that is possible.',
  );
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.ceil(bytes / 1_000_000)} MB`;
}
