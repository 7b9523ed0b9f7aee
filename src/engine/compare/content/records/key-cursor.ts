import { type PageFile, PageReader } from '../pages/page-file.ts';
import { DEEPEST, INDEX_INTERIOR, INDEX_LEAF, localSize, mostOnIndexPage } from '../pages/page-format.ts';
import { Unproven } from '../pages/unproven.ts';
import { readVarint, varint } from '../pages/varint.ts';
import { RecordCursor } from './record-cursor.ts';

/** A page on the way from the root to where the cursor stands. */
interface TreeLevel {
  page: number;
  /** Child and cell in turn: 2 n is the n-th child, 2 n + 1 the cell behind it. On a leaf, the number of the cell. */
  step: number;
}

/** The rows of a table WITHOUT ROWID in the order of its key: a row lies on an interior page as well as on a leaf. */
export class KeyCursor extends RecordCursor {
  readonly #file: PageFile;
  /** A reader for each depth, so that a page is still there when the walk comes back to it; one for the leaves. */
  readonly #readers: PageReader[] = [];
  readonly #leaves: PageReader;
  readonly #levels: TreeLevel[];
  readonly #most: number;
  #opened = 0;

  constructor(file: PageFile, root: number) {
    const leaves = new PageReader(file);
    super(file, leaves);
    this.#file = file;
    this.#leaves = leaves;
    this.#levels = [{ page: root, step: 0 }];
    this.#most = mostOnIndexPage(this.usable);
  }

  advance(): boolean {
    while (this.#levels.length > 0) {
      const depth = this.#levels.length - 1;
      const level = this.#levels[depth] as TreeLevel;
      const reader = this.#readerOf(depth);
      const base = reader.load(level.page);
      const type = reader.buffer[base];
      if (type !== INDEX_LEAF && type !== INDEX_INTERIOR) throw new Unproven('page type');
      const cells = reader.view.getUint16(base + 3);
      if (12 + cells * 2 > this.usable) throw new Unproven('cell count');
      const { step } = level;
      level.step += 1;
      if (type === INDEX_LEAF) {
        if (step < cells) return this.#take(reader, base, base + 8 + step * 2, 0);
        this.#levels.pop();
      } else if (step > cells * 2) {
        this.#levels.pop();
      } else if (step % 2 === 1) {
        return this.#take(reader, base, base + 12 + step - 1, 4);
      } else {
        const at = step === cells * 2 ? base + 8 : base + reader.view.getUint16(base + 12 + step);
        if (at + 4 > base + this.usable) throw new Unproven('cell pointer');
        this.#opened += 1;
        if (this.#opened > this.#file.pages) throw new Unproven('ring of pages');
        if (this.#levels.length === DEEPEST) throw new Unproven('tree too deep');
        this.#levels.push({ page: reader.view.getUint32(at), step: 0 });
      }
    }
    return false;
  }

  #take(reader: PageReader, base: number, pointer: number, before: number): boolean {
    this.buffer = reader.buffer;
    this.view = reader.view;
    this.size = readVarint(reader.buffer, base + reader.view.getUint16(pointer) + before);
    this.start = varint.end;
    this.local = localSize(this.size, this.usable, this.#most);
    this.checkEnd(base);
    this.rowid += 1;
    this.rows += 1;
    return true;
  }

  /** Leaves, the deepest level, are read ahead; which level that is shows at the first leaf. */
  #readerOf(depth: number): PageReader {
    const known = this.#readers[depth];
    if (known !== undefined) return known;
    const { page } = this.#levels[depth] as TreeLevel;
    const isLeaf = this.#leaves.buffer[this.#leaves.load(page)] === INDEX_LEAF;
    const reader = isLeaf ? this.#leaves : new PageReader(this.#file, 0);
    this.#readers[depth] = reader;
    return reader;
  }
}
