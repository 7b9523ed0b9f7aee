import type { Bits } from './bits.ts';
import { LeafWalk, localSize, mostOnTableLeaf } from './btree.ts';
import { headerOffset, TABLE_LEAF } from './dirty-map.ts';
import { type PageFile, PageReader } from './page-file.ts';
import { Unproven } from './unproven.ts';
import { cursor, readVarint } from './varint.ts';

/** Payloads above this are not put together in memory. */
const MOST_IN_MEMORY = 32 * 1024 * 1024;

/** Steps through the rows of a rowid table in the order of their rowids, leaving out the rows on shared leaves. */
export class RowCursor {
  rowid = -1;
  /** Bytes of the record. */
  size = 0;
  /** Where the record begins in `buffer`, and how many of its bytes are there. */
  start = 0;
  local = 0;
  rows = 0;
  readonly buffer: Buffer;
  readonly view: DataView;
  readonly #reader: PageReader;
  readonly #chains: PageReader;
  readonly #walk: LeafWalk;
  readonly #skip: Bits;
  readonly #usable: number;
  readonly #most: number;
  #scratch = Buffer.alloc(0);
  #base = 0;
  #pointers = 0;
  #cells = 0;
  #cell = 0;

  constructor(file: PageFile, root: number, skip: Bits) {
    this.#reader = new PageReader(file);
    this.#chains = new PageReader(file);
    this.#walk = new LeafWalk(new PageReader(file, 0), root, 'table');
    this.#skip = skip;
    this.#usable = file.header.usable;
    this.#most = mostOnTableLeaf(this.#usable);
    this.buffer = this.#reader.buffer;
    this.view = this.#reader.view;
  }

  /** Moves to the next row; `false` behind the last one. */
  advance(): boolean {
    while (this.#cell === this.#cells) if (!this.#nextLeaf()) return false;
    const bytes = this.buffer;
    const at = this.#base + this.view.getUint16(this.#pointers + this.#cell * 2);
    this.#cell += 1;
    this.size = readVarint(bytes, at);
    const rowid = readVarint(bytes, cursor.end);
    if (rowid <= this.rowid) throw new Unproven('order of rowids');
    this.rowid = rowid;
    this.start = cursor.end;
    this.local = this.size <= this.#most ? this.size : localSize(this.size, this.#usable, this.#most);
    if (this.start + this.local > this.#base + this.#usable) throw new Unproven('cell pointer');
    this.rows += 1;
    return true;
  }

  /** The first overflow page of the row, 0 where it has none. */
  overflow(): number {
    return this.local === this.size ? 0 : this.view.getUint32(this.start + this.local);
  }

  /** The whole record: a view into memory that the next call reuses. */
  record(): Buffer {
    if (this.local === this.size) return this.buffer.subarray(this.start, this.start + this.size);
    if (this.size > MOST_IN_MEMORY) throw new Unproven('record too long');
    if (this.#scratch.length < this.size) this.#scratch = Buffer.allocUnsafeSlow(this.size * 2);
    this.buffer.copy(this.#scratch, 0, this.start, this.start + this.local);
    let done = this.local;
    for (let page = this.overflow(); done < this.size; ) {
      const at = this.#chains.load(page);
      const length = Math.min(this.#usable - 4, this.size - done);
      this.#chains.buffer.copy(this.#scratch, done, at + 4, at + 4 + length);
      done += length;
      page = this.#chains.view.getUint32(at);
    }
    return this.#scratch.subarray(0, this.size);
  }

  /** Whether the overflow pages of two rows of the same size hold the same bytes. */
  sameOverflow(other: RowCursor): boolean {
    let left = this.size - this.local;
    let mine = this.overflow();
    let theirs = other.overflow();
    while (left > 0) {
      const a = this.#chains.load(mine);
      const b = other.#chains.load(theirs);
      const length = Math.min(this.#usable - 4, left);
      if (
        this.#chains.buffer.compare(other.#chains.buffer, b + 4, b + 4 + length, a + 4, a + 4 + length) !== 0
      ) {
        return false;
      }
      left -= length;
      mine = this.#chains.view.getUint32(a);
      theirs = other.#chains.view.getUint32(b);
    }
    return true;
  }

  #nextLeaf(): boolean {
    let leaf = this.#walk.next();
    while (leaf !== 0 && this.#skip.has(leaf)) leaf = this.#walk.next();
    if (leaf === 0) return false;
    this.#base = this.#reader.load(leaf);
    const header = this.#base + headerOffset(leaf);
    if (this.buffer[header] !== TABLE_LEAF) throw new Unproven('page type');
    this.#cells = this.view.getUint16(header + 3);
    this.#cell = 0;
    this.#pointers = header + 8;
    if (this.#pointers + this.#cells * 2 > this.#base + this.#usable) throw new Unproven('cell count');
    return true;
  }
}
