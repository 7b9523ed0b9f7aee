import { createReadStream, createWriteStream, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Unusable } from '../../facts/database.ts';
import { systemCode } from '../../system-error.ts';
import { refuse } from './file-content.ts';

/** *before*, *after* and a journal must fit beside each other. */
const DISK_SHARE = 1 / 4;

/** A database packs to a tenth, seldom to a fiftieth; what packs much better is a bomb, unless it is small anyway. */
const MOST_TIMES_PACKED = 250;
const ALWAYS_ALLOWED = 1024 ** 3;

function limitFor(packed: string, target: string): number {
  const byRatio = Math.max(ALWAYS_ALLOWED, MOST_TIMES_PACKED * statSync(packed).size);
  return Math.min(byRatio, freeBytes(target) * DISK_SHARE);
}

/** Unpacks `from` to the new file `to`, at most `limit` bytes of it: a few packed kilobytes can become terabytes. */
export async function unpack(
  from: string,
  to: string,
  format: 'gz' | 'zst',
  limit = limitFor(from, to),
): Promise<{ unusable: Unusable } | undefined> {
  const packed = statSync(from).size;
  let left = limit;
  try {
    // The zstd decoder stops at the end of a frame, and a file may hold many. What follows a gzip stream is padding.
    for (let start = 0, flags = 'wx'; start < packed; flags = 'a') {
      const decoder = format === 'gz' ? createGunzip() : createZstdDecompress();
      const count = (bytes: number) => {
        left -= bytes;
        return left >= 0;
      };
      const target = createWriteStream(to, { flags, mode: 0o600 });
      await pipeline(createReadStream(from, { start }), decoder, counted(count), target);
      start = format === 'gz' || decoder.bytesWritten === 0 ? packed : start + decoder.bytesWritten;
    }
    return undefined;
  } catch (error) {
    const refusal = refusalOf(error, limit);
    if (refusal === undefined) throw error;
    return refusal;
  }
}

class TooLarge extends Error {}

function counted(isAllowed: (bytes: number) => boolean): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (isAllowed(chunk.length)) done(null, chunk);
      else done(new TooLarge());
    },
  });
}

function refusalOf(error: unknown, limit: number): { unusable: Unusable } | undefined {
  const code = systemCode(error) ?? '';
  if (error instanceof TooLarge) {
    const most = Math.floor(limit / 1_000_000);
    return refuse(
      `unpacked, it has more than ${most} MB: at most a quarter of the free disk is filled, and at most 1 GiB or ${MOST_TIMES_PACKED} times the packed size.`,
      'Check that it is the right file; if it is, run where there is more disk space.',
    );
  }
  if (code === 'Z_BUF_ERROR') return refuse('it was cut off while it was packed.', FETCH_AGAIN);
  if (code === 'ZSTD_error_frameParameter_windowTooLarge') {
    return refuse('unpacking it needs more memory than 128 MB.', 'Pack it without `--long`.');
  }
  if (/^(Z|ZSTD)_/.test(code)) return refuse('it is packed, and damaged.', FETCH_AGAIN);
  return undefined;
}

const FETCH_AGAIN = 'Fetch the snapshot again and compare its checksum with the original.';

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize;
}
