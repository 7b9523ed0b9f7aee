import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The WAL's header and the header of each frame (sqlite.org/fileformat2.html section 4.1); numbers are big-endian. */
const HEADER = 32;
const FRAME = 24;
const MAGIC = 0x377f0682;

/** What lies between two resets of a WAL: its frames carry the same salt. */
interface Generation {
  /** Counts resets. */
  sequence: number;
  salt: Buffer;
  pageSize: number;
  /** Frames up to the last commit, and all frames looked at. */
  committed: number;
  seen: number;
  /** Checksum of the first frame after the last commit: another one means that a rollback let it be written anew. */
  first?: Buffer;
}

/**
 * Counts the commits in a -wal file while others write it, without SQLite and without a lock. The open file outlives its
 * name, so that a WAL which the last connection deletes can still be read.
 */
export class WalCommits {
  commits = 0;
  /** Frames were overwritten, or cut off, before they could be looked at. */
  incomplete = false;
  readonly #file: number;
  #current: Generation | undefined;
  #largest = 0;

  /** `undefined` where there is no such file. */
  static open(path: string): WalCommits | undefined {
    try {
      return new WalCommits(openSync(path, 'r'));
    } catch {
      // It is gone again, or cannot be opened: the watch knows that it missed one.
      return undefined;
    }
  }

  private constructor(file: number) {
    this.#file = file;
  }

  /** Whether the file has lost its name. */
  get isGone(): boolean {
    return fstatSync(this.#file).nlink === 0;
  }

  /** It does not shrink while somebody works with it. */
  get bytes(): number {
    return Math.max(this.#largest, fstatSync(this.#file).size);
  }

  look(): void {
    this.#largest = this.bytes;
    const header = this.#read(0, HEADER);
    const last = this.#current;
    if (header === undefined || (header.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) {
      // Cut to nothing by a checkpoint; what was written since the last look went with it.
      if (last !== undefined) this.incomplete = true;
      this.#current = undefined;
      return;
    }
    const salt = header.subarray(16, 24);
    if (last?.salt.equals(salt)) {
      this.#count(last);
      return;
    }
    const sequence = header.readUInt32BE(12);
    const pageSize = header.readUInt32BE(8);
    // A reset overwrites from the start: the tail of the last generation is still there.
    if (last !== undefined) this.#count(last);
    const next: Generation = { sequence, salt: Buffer.from(salt), pageSize, committed: 0, seen: 0 };
    this.#count(next);
    this.#current = next;
    const missed = last === undefined ? sequence > 0 && this.commits === 0 : sequence !== last.sequence + 1;
    if (missed || (last !== undefined && next.seen > last.committed)) this.incomplete = true;
  }

  /** Looks once more at everything after the last commit, and closes the file. */
  close(): void {
    if (this.#current !== undefined) this.#current.seen = this.#current.committed;
    this.look();
    closeSync(this.#file);
  }

  #count(generation: Generation): void {
    const { salt, pageSize } = generation;
    const frame = (at: number) => this.#read(HEADER + at * (FRAME + pageSize), FRAME);
    const first = frame(generation.committed)?.subarray(16);
    const isSame = first !== undefined && generation.first?.equals(first);
    if (!isSame) generation.seen = generation.committed;
    for (;;) {
      const head = frame(generation.seen);
      if (head === undefined || !head.subarray(8, 16).equals(salt)) break;
      generation.seen += 1;
      // The last frame of a transaction says how large the database is now.
      if (head.readUInt32BE(4) === 0) continue;
      this.commits += 1;
      generation.committed = generation.seen;
    }
    const open = frame(generation.committed)?.subarray(16);
    if (open === undefined) delete generation.first;
    else generation.first = open;
  }

  #read(position: number, length: number): Buffer | undefined {
    const buffer = Buffer.alloc(length);
    return readSync(this.#file, buffer, 0, length, position) === length ? buffer : undefined;
  }
}
