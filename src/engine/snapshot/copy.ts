import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, openSync, readSync, statSync, writeSync } from 'node:fs';

const CHUNK = 4 * 1024 * 1024;

/** One file as it was copied. */
export interface Copied {
  bytes: number;
  /** Hex, of the bytes that were written. */
  sha256: string;
  /**
   * Reads the source again and compares it with the copy: `false` when its size, time or content has changed. Comparing
   * bytes is several times cheaper than hashing them once more.
   */
  isStill(): boolean;
}

/** Copies `from` to `to` and hashes it on the way. */
export function copyAndHash(from: string, to: string): Copied {
  const before = statSync(from, { bigint: true });
  const { bytes, sha256 } = stream(from, to);
  const isStill = () => sameFile(before, statSync(from, { bigint: true })) && sameBytes(from, to);
  return { bytes, sha256, isStill };
}

/** Hex. */
export function hashOf(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, constants.O_RDONLY);
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function sameFile(left: BigIntStats, right: BigIntStats): boolean {
  return left.size === right.size && left.mtimeNs === right.mtimeNs && left.ino === right.ino;
}

function sameBytes(left: string, right: string): boolean {
  const files = [left, right].map((path) => ({
    descriptor: openSync(path, constants.O_RDONLY),
    buffer: Buffer.allocUnsafe(CHUNK),
  }));
  try {
    for (;;) {
      const [one, other] = files.map(({ descriptor, buffer }) =>
        buffer.subarray(0, readWhole(descriptor, buffer)),
      );
      if (one === undefined || other === undefined || !one.equals(other)) return false;
      if (one.length === 0) return true;
    }
  } finally {
    for (const { descriptor } of files) closeSync(descriptor);
  }
}

/** Fills the buffer as far as the file reaches. */
function readWhole(descriptor: number, buffer: Buffer): number {
  let length = 0;
  for (let got = 1; got > 0 && length < buffer.length; length += got) {
    got = readSync(descriptor, buffer, length, buffer.length - length, null);
  }
  return length;
}

function stream(from: string, to: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const source = openSync(from, constants.O_RDONLY);
  // No other user may read a private copy, and there must be no such file yet.
  const target = openSync(to, 'wx', 0o600);
  let bytes = 0;
  try {
    for (let length = readSync(source, buffer); length > 0; length = readSync(source, buffer)) {
      const chunk = buffer.subarray(0, length);
      hash.update(chunk);
      writeAll(target, chunk);
      bytes += length;
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function writeAll(target: number, chunk: Buffer): void {
  for (let written = 0; written < chunk.length; ) written += writeSync(target, chunk, written);
}
