import { type PageFile, PageReader } from '../pages/page-file.ts';
import { Unproven } from '../pages/unproven.ts';
import { sameBytes } from './records.ts';

/** Records above this are not put together in memory. */
const MOST_IN_MEMORY = 32 * 1024 * 1024;

/** Up to here a loop over words is faster than the way into native code. */
const SHORT = 256;

/** Moves through the records of one b-tree, and knows where in memory the current one is. */
export abstract class RecordCursor {
  /** The rowid; in a tree without rowids the number of the row. Ascends. */
  rowid = -1;
  /** Bytes of the record. */
  size = 0;
  /** Where the record begins in `buffer`, and how many of its bytes are there. */
  start = 0;
  local = 0;
  /** Rows met so far. */
  rows = 0;
  buffer: Buffer;
  /** Of the same memory as `buffer`. */
  view: DataView;
  protected readonly usable: number;
  readonly #chains: PageReader;
  #scratch = Buffer.alloc(0);

  constructor(file: PageFile, { buffer, view }: PageReader) {
    this.buffer = buffer;
    this.view = view;
    this.usable = file.header.usable;
    this.#chains = new PageReader(file);
  }

  /** Moves to the next row; `false` behind the last one. */
  abstract advance(): boolean;

  /** Throws where the local bytes, and the page number behind them, reach past the page that begins at `base`. */
  protected checkEnd(base: number): void {
    const link = this.local === this.size ? 0 : 4;
    if (this.start + this.local + link > base + this.usable) throw new Unproven('cell pointer');
  }

  /** The whole record: a view into memory that the next call reuses. */
  record(): Buffer {
    if (this.local === this.size) return this.buffer.subarray(this.start, this.start + this.size);
    if (this.size > MOST_IN_MEMORY) throw new Unproven('record too long');
    if (this.#scratch.length < this.size) this.#scratch = Buffer.allocUnsafeSlow(this.size * 2);
    this.buffer.copy(this.#scratch, 0, this.start, this.start + this.local);
    let done = this.local;
    for (let page = this.#overflow(); done < this.size; ) {
      const at = this.#chains.load(page);
      const length = Math.min(this.usable - 4, this.size - done);
      this.#chains.buffer.copy(this.#scratch, done, at + 4, at + 4 + length);
      done += length;
      page = this.#chains.view.getUint32(at);
    }
    return this.#scratch.subarray(0, this.size);
  }

  /** Whether both stand on records of the same bytes. */
  sameRecord(other: RecordCursor): boolean {
    if (this.size !== other.size || this.local !== other.local) return false;
    if (!this.sameStretch(this.start, other, other.start, this.local)) return false;
    return this.local === this.size || this.#sameOverflow(other);
  }

  /** Whether `length` bytes at `at` are equal to those at `otherAt` of the page where `other` stands. */
  sameStretch(at: number, other: RecordCursor, otherAt: number, length: number): boolean {
    if (length > SHORT) return sameBytes(this.buffer, at, other.buffer, otherAt, length);
    const whole = length & ~3;
    for (let offset = 0; offset < whole; offset += 4) {
      if (this.view.getInt32(at + offset) !== other.view.getInt32(otherAt + offset)) return false;
    }
    for (let offset = whole; offset < length; offset += 1) {
      if (this.buffer[at + offset] !== other.buffer[otherAt + offset]) return false;
    }
    return true;
  }

  #sameOverflow(other: RecordCursor): boolean {
    const mine = this.#chains;
    const theirs = other.#chains;
    let left = this.size - this.local;
    let page = this.#overflow();
    let otherPage = other.#overflow();
    while (left > 0) {
      const at = mine.load(page);
      const otherAt = theirs.load(otherPage);
      const length = Math.min(this.usable - 4, left);
      if (!sameBytes(mine.buffer, at + 4, theirs.buffer, otherAt + 4, length)) return false;
      left -= length;
      page = mine.view.getUint32(at);
      otherPage = theirs.view.getUint32(otherAt);
    }
    return true;
  }

  /** The first overflow page, whose number stands behind the local bytes. */
  #overflow(): number {
    return this.buffer.readUInt32BE(this.start + this.local);
  }
}
