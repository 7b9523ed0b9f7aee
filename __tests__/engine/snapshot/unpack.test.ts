import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../../src/engine/snapshot/inspect.ts';
import { unpack } from '../../../src/engine/snapshot/unpack.ts';
import { withFs } from '../../support/patched-fs.ts';
import { databaseFrom, firstValue, scratchFolder, sha256, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
const inspectAt = async (snapshot: string, name = snapshot) =>
  await inspect({ snapshot, name, folder: mkdtempSync(join(folder, 'copies-')) });

async function refusal(name: string, bytes: Buffer | string): Promise<string> {
  const result = await inspectAt(writeText(folder, name, bytes));
  if (!('unusable' in result)) throw new Error('it was accepted');
  expect(result.unusable.remedy).not.toBe('');
  return result.unusable.reason;
}

const database = readFileSync(
  databaseFrom(
    folder,
    'PRAGMA user_version=7; CREATE TABLE t(a); INSERT INTO t SELECT value FROM json_each(\'[1,"a",null]\')',
  ),
);
const big = Buffer.alloc(40_000_000);

describe('a packed snapshot', () => {
  it.each([
    ['gz', gzipSync(database)],
    ['zst', zstdCompressSync(database)],
    ['zst', Buffer.concat([Buffer.from('502a4d1804000000aabbccdd', 'hex'), zstdCompressSync(database)])],
    [
      'zst',
      Buffer.concat([
        zstdCompressSync(database.subarray(0, 5000)),
        zstdCompressSync(database.subarray(5000)),
      ]),
    ],
    ['gz', Buffer.concat([gzipSync(database.subarray(0, 5000)), gzipSync(database.subarray(5000))])],
    ['gz', Buffer.concat([gzipSync(database), Buffer.alloc(512)])],
  ])('%s is unpacked whole, told by its content, and described as it was given', async (kind, packed) => {
    const snapshot = writeText(folder, 'packed', packed);
    const result = await inspectAt(snapshot, 'snapshots/app.db.packed');
    if ('unusable' in result) throw new Error(result.unusable.reason);
    expect(readFileSync(result.before).equals(database)).toBe(true);
    expect(readFileSync(result.after).equals(database)).toBe(true);
    expect(result.snapshot).toEqual(
      expect.objectContaining({
        kind,
        bytes: packed.length,
        databaseBytes: database.length,
        sha256: sha256(snapshot),
        userVersion: 7,
        stable: true,
      }),
    );
  });

  it('leaves nothing but the two copies behind', async () => {
    const copies = mkdtempSync(join(folder, 'copies-'));
    const snapshot = writeText(folder, 'tidy.gz', gzipSync(database));
    await inspect({ snapshot, name: 'tidy.gz', folder: copies });
    expect(readdirSync(copies).toSorted()).toEqual(['after.db', 'before.db']);
  });

  it('is refused when it is cut off, damaged, packed twice, or holds something else', async () => {
    const [gz, zst] = [gzipSync(database), zstdCompressSync(database, {})];
    expect(await refusal('cut.gz', gz.subarray(0, -20))).toMatch(/cut off while it was packed/);
    expect(await refusal('cut.zst', zst.subarray(0, -20))).toMatch(/cut off while it was packed/);
    const flipped = Buffer.from(gz);
    flipped.writeUInt8((flipped[60] ?? 0) ^ 0xff, 60);
    expect(await refusal('bad.gz', flipped)).toMatch(/packed, and damaged/);
    expect(await refusal('garbage.zst', Buffer.concat([zst, Buffer.from('garbage')]))).toMatch(/damaged/);
    expect(await refusal('twice.gz', gzipSync(gz))).toMatch(/packed twice/);
    expect(await refusal('text.db.gz', gzipSync('hello\n'))).toMatch(/is text/);
    expect(await refusal('empty.gz', gzipSync(''))).toMatch(/is text|is empty/);
    expect(await refusal('x.zip', 'PK\x03\x04rest')).toMatch(/zip archive/);
    const tar = Buffer.alloc(2048);
    tar.write('ustar', 257);
    expect(await refusal('x.tar.gz', gzipSync(tar))).toMatch(/tar archive/);
  });

  it('is refused with a remedy where its window is larger than the decoder may take', async () => {
    // The head of a frame with a window of 256 MiB, and an empty last block.
    const snapshot = writeText(folder, 'window.zst', Buffer.from('28b52ffd0090010000', 'hex'));
    expect(await inspectAt(snapshot)).toEqual({
      unusable: {
        reason: 'unpacking it needs more memory than 128 MB.',
        remedy: 'Pack it without `--long`.',
      },
    });
  });

  it('is not unpacked beyond the limit, whatever it claims', async () => {
    for (const [name, packed] of [
      ['bomb.gz', gzipSync(big)],
      ['bomb.zst', zstdCompressSync(big)],
    ] as const) {
      const to = join(mkdtempSync(join(folder, 'bomb-')), 'out');
      const format = name.endsWith('gz') ? 'gz' : 'zst';
      const refused = await unpack(writeText(folder, name, packed), to, format, 10_000_000);
      expect(refused?.unusable.reason).toMatch(/more than 10 MB/);
      expect(statSync(to).size).toBeLessThanOrEqual(10_000_000);
    }
  });

  it('may fill a quarter of the free disk, where that is less than 1 GiB', async () => {
    const packed = writeText(folder, 'disk.zst', zstdCompressSync(big));
    const place = mkdtempSync(join(folder, 'disk-'));
    const refusedWith = (free: number, name: string) =>
      withFs(
        'statfsSync',
        () => () => ({ bavail: free, bsize: 1 }),
        () => unpack(packed, join(place, name), 'zst'),
      );
    const refused = await refusedWith(4 * (big.length - 1), 'too-much');
    expect(refused?.unusable.reason).toMatch(/more than 39 MB/);
    expect(await refusedWith(4 * big.length, 'just-enough')).toBeUndefined();
  });

  it('counts all frames of a file against the one limit', async () => {
    const frames = Buffer.concat(Array.from({ length: 4 }, () => zstdCompressSync(Buffer.alloc(4_000_000))));
    const to = join(mkdtempSync(join(folder, 'bomb-')), 'out');
    const refused = await unpack(writeText(folder, 'frames.zst', frames), to, 'zst', 10_000_000);
    expect(refused?.unusable.reason).toMatch(/more than 10 MB/);
  });

  it('holds a database whose content can be read', async () => {
    const result = await inspectAt(writeText(folder, 'read.gz', gzipSync(database)));
    if ('unusable' in result) throw new Error(result.unusable.reason);
    expect(firstValue(result.after, 'SELECT group_concat(typeof(a)) FROM t')).toBe('integer,text,null');
  });
});
