import type { PageReader } from './page-file.ts';
import {
  DEEPEST,
  headerOffset,
  INDEX_INTERIOR,
  INDEX_LEAF,
  TABLE_INTERIOR,
  TABLE_LEAF,
} from './page-format.ts';
import { Unproven } from './unproven.ts';

/** A table's rows lie on its leaves only; an index, and a table WITHOUT ROWID, keeps some on interior pages too. */
export type TreeKind = 'table' | 'index';

interface InteriorLevel {
  children: Uint32Array;
  at: number;
}

/**
 * The leaf pages of one b-tree in key order, found by reading its interior pages alone: all leaves of a tree have the
 * same depth, so that the children of the lowest interior level are leaves.
 */
export class LeafWalk {
  readonly leafType: number;
  readonly #interiorType: number;
  readonly #reader: PageReader;
  readonly #levels: InteriorLevel[] = [];
  readonly #visit: (page: number) => void;
  #root: number;
  #opened = 0;

  /** `visit` is told of every interior page before its children are given out; it throws to stop the walk. */
  constructor(reader: PageReader, root: number, kind: TreeKind, visit: (page: number) => void = () => {}) {
    this.leafType = kind === 'table' ? TABLE_LEAF : INDEX_LEAF;
    this.#interiorType = kind === 'table' ? TABLE_INTERIOR : INDEX_INTERIOR;
    this.#reader = reader;
    this.#visit = visit;
    this.#root = root;
    let page = root;
    while (this.#typeOf(page) === this.#interiorType) {
      if (this.#levels.length === DEEPEST) throw new Unproven('tree too deep');
      const children = this.#open(page);
      this.#levels.push({ children, at: 1 });
      page = children[0] as number;
    }
    if (this.#typeOf(page) !== this.leafType) throw new Unproven('page type');
    const lowest = this.#levels.at(-1);
    if (lowest !== undefined) lowest.at = 0;
  }

  /** The next leaf, or 0 behind the last one. */
  next(): number {
    const lowest = this.#levels.length - 1;
    if (lowest < 0) {
      const only = this.#root;
      this.#root = 0;
      return only;
    }
    let level = lowest;
    while (level >= 0 && this.#exhausted(level)) level -= 1;
    if (level < 0) return 0;
    for (; level < lowest; level += 1) {
      this.#levels[level + 1] = { children: this.#open(this.#take(level)), at: 0 };
    }
    return this.#take(lowest);
  }

  #exhausted(level: number): boolean {
    const { children, at } = this.#levels[level] as InteriorLevel;
    return at === children.length;
  }

  #take(depth: number): number {
    const level = this.#levels[depth] as InteriorLevel;
    level.at += 1;
    return level.children[level.at - 1] as number;
  }

  #typeOf(page: number): number {
    return this.#reader.buffer[this.#reader.load(page) + headerOffset(page)] as number;
  }

  #open(page: number): Uint32Array {
    if (this.#typeOf(page) !== this.#interiorType) throw new Unproven('page type');
    this.#opened += 1;
    if (this.#opened > this.#reader.file.pages) throw new Unproven('ring of pages');
    this.#visit(page);
    return readChildren(this.#reader, page);
  }
}

/** The children of an interior page in key order (sqlite.org/fileformat2.html, section 1.6). */
export function readChildren(reader: PageReader, page: number): Uint32Array {
  const base = reader.load(page);
  const header = base + headerOffset(page);
  const { view } = reader;
  const end = base + reader.file.header.usable;
  const cells = view.getUint16(header + 3);
  if (header + 12 + cells * 2 > end) throw new Unproven('cell count');
  const children = new Uint32Array(cells + 1);
  for (let cell = 0; cell < cells; cell += 1) {
    const at = base + view.getUint16(header + 12 + cell * 2);
    if (at + 4 > end) throw new Unproven('cell pointer');
    children[cell] = view.getUint32(at);
  }
  children[cells] = view.getUint32(header + 8);
  return children;
}
