import type { Bits } from '../pages/bits.ts';
import { LeafWalk } from '../pages/btree.ts';
import { type PageFile, PageReader } from '../pages/page-file.ts';
import { headerOffset, localSize, mostOnTableLeaf, TABLE_LEAF } from '../pages/page-format.ts';
import { Unproven } from '../pages/unproven.ts';
import { readVarint, varint } from '../pages/varint.ts';
import { RecordCursor } from './record-cursor.ts';

/** The rows of a rowid table in the order of their rowids, without those on shared leaves. */
export class RowCursor extends RecordCursor {
  readonly #reader: PageReader;
  readonly #walk: LeafWalk;
  readonly #shared: Bits;
  readonly #most: number;
  #base = 0;
  #pointers = 0;
  #cells = 0;
  #cell = 0;

  constructor(file: PageFile, root: number, shared: Bits) {
    const reader = new PageReader(file);
    super(file, reader);
    this.#reader = reader;
    this.#walk = new LeafWalk(new PageReader(file, 0), root, 'table');
    this.#shared = shared;
    this.#most = mostOnTableLeaf(this.usable);
  }

  advance(): boolean {
    while (this.#cell === this.#cells) if (!this.#nextLeaf()) return false;
    const at = this.#base + this.view.getUint16(this.#pointers + this.#cell * 2);
    this.#cell += 1;
    this.size = readVarint(this.buffer, at);
    const rowid = readVarint(this.buffer, varint.end);
    if (rowid <= this.rowid) throw new Unproven('order of rowids');
    this.rowid = rowid;
    this.start = varint.end;
    this.local = this.size <= this.#most ? this.size : localSize(this.size, this.usable, this.#most);
    this.checkEnd(this.#base);
    this.rows += 1;
    return true;
  }

  #nextLeaf(): boolean {
    let leaf = this.#walk.next();
    while (leaf !== 0 && this.#shared.has(leaf)) leaf = this.#walk.next();
    if (leaf === 0) return false;
    this.#base = this.#reader.load(leaf);
    const header = this.#base + headerOffset(leaf);
    if (this.buffer[header] !== TABLE_LEAF) throw new Unproven('page type');
    this.#cells = this.view.getUint16(header + 3);
    this.#cell = 0;
    this.#pointers = header + 8;
    if (this.#pointers + this.#cells * 2 > this.#base + this.usable) throw new Unproven('cell count');
    return true;
  }
}
