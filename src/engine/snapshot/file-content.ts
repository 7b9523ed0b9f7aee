import type { Unusable } from '../../facts/database.ts';

/** What a file is, by its first bytes. Only a dump has no mark of its own, and needs its name. */
export type Content = { content: 'sqlite' | 'gz' | 'zst' | 'sql' };

/** `SQLite format 3` and a NUL: the first 16 bytes of every database (sqlite.org/fileformat2.html). */
const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');
const SMALLEST_DATABASE = 512;

/** RFC 1952 and RFC 8878; the second zstd number begins a skippable frame, which some tools put first. */
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const ZSTD_SKIPPABLE = Buffer.from([0x2a, 0x4d, 0x18]);

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const TAR_AT = 257;

export function refuse(reason: string, remedy: string): { unusable: Unusable } {
  return { unusable: { reason, remedy } };
}

/** `head`: the first bytes of a file of `bytes` bytes; `name`: as the user wrote it. */
export function recognise(head: Buffer, bytes: number, name: string): Content | { unusable: Unusable } {
  const starts = (magic: Buffer) => head.subarray(0, magic.length).equals(magic);
  if (starts(SQLITE)) return bytes < SMALLEST_DATABASE ? cutDatabase(bytes) : { content: 'sqlite' };
  if (starts(GZIP)) return { content: 'gz' };
  const skippable = (head[0] ?? 0) >> 4 === 5 && head.subarray(1, 4).equals(ZSTD_SKIPPABLE);
  if (starts(ZSTD) || skippable) return { content: 'zst' };
  if (starts(ZIP)) return refuse('it is a zip archive.', 'Unpack it, or pack the database as .gz or .zst.');
  if (head.subarray(TAR_AT, TAR_AT + 5).toString('latin1') === 'ustar') {
    return refuse('it is a tar archive.', 'Take the database file out of it.');
  }
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    return refuse('it is text in UTF-16, as PowerShell writes it.', 'Write the dump in UTF-8.');
  }
  return isText(head) ? text(head, name) : unknown();
}

function cutDatabase(bytes: number) {
  return refuse(
    `it was cut off: ${bytes} bytes are fewer than the smallest database has (${SMALLEST_DATABASE}).`,
    'Fetch the snapshot again and compare its size with the original.',
  );
}

function text(head: Buffer, name: string): Content | { unusable: Unusable } {
  if (head.toString('latin1').startsWith('version https://git-lfs')) {
    return refuse(
      'it is a Git LFS pointer, not the database that it points to.',
      'Let actions/checkout fetch it: `with: { lfs: true }`.',
    );
  }
  if (/\.sql(\.gz|\.zst)?$/i.test(name)) return { content: 'sql' };
  return refuse(
    'it is text, not a SQLite database.',
    'Give the database file itself; a dump must have a name that ends in .sql.',
  );
}

function unknown() {
  return refuse(
    'it is not a SQLite database, or it is encrypted.',
    'Give an unencrypted SQLite file, or one packed as .gz or .zst.',
  );
}

function isText(head: Buffer): boolean {
  // Text has no control characters but tab, line feed, form feed and carriage return.
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  );
}
