import { Bits } from './bits.ts';
import type { PageFile } from './page-file.ts';
import { headerOffset, INDEX_INTERIOR, INDEX_LEAF, TABLE_LEAF } from './page-format.ts';
import { Unproven } from './unproven.ts';

/** Small enough that what was read is still in the processor's cache when it is compared. */
const CHUNK = 256 * 1024;
/** Equal stretches are found in steps of this size, then page by page. */
const BLOCK = 64 * 1024;

const CELLS = 0x3fff;
const KINDS: Readonly<Record<number, number>> = {
  [TABLE_LEAF]: 0x4000,
  [INDEX_LEAF]: 0x8000,
  [INDEX_INTERIOR]: 0xc000,
};

/** Which pages of two files differ. Holds a bit and two bytes per page, whatever the pages hold. */
export interface DirtyMap {
  /** Pages whose bytes differ, and those that only one of the files has. */
  dirty: Bits;
  /** Cells on a page that is equal in both files, where it is of that type. */
  cells(page: number, type: number): number;
}

/** Reads both files once from end to end, as far as both reach. */
export function mapDirtyPages(before: PageFile, after: PageFile): DirtyMap {
  const { pageSize } = before.header;
  const common = Math.min(before.pages, after.pages);
  const dirty = new Bits(Math.max(before.pages, after.pages));
  const heads = new Uint16Array(common + 1);
  const left = Buffer.allocUnsafeSlow(CHUNK);
  const right = Buffer.allocUnsafeSlow(CHUNK);
  const perChunk = CHUNK / pageSize;
  for (let start = 0; start < common; start += perChunk) {
    const count = Math.min(perChunk, common - start);
    const length = count * pageSize;
    for (const [file, buffer] of [
      [before, left],
      [after, right],
    ] as const) {
      if (file.read(buffer, start * pageSize, length) < length) throw new Unproven('short file');
    }
    markDirty(dirty, start + 1, left.subarray(0, length), right.subarray(0, length), pageSize);
    noteHeads(heads, start + 1, left, count, pageSize);
  }
  for (let page = common + 1; page <= Math.max(before.pages, after.pages); page += 1) dirty.add(page);
  return {
    dirty,
    cells(page, type) {
      const head = heads[page] ?? 0;
      if ((head & ~CELLS) !== KINDS[type]) throw new Unproven('page type');
      return head & CELLS;
    },
  };
}

function markDirty(dirty: Bits, first: number, left: Buffer, right: Buffer, pageSize: number): void {
  for (let block = 0; block < left.length; block += BLOCK) {
    const end = Math.min(block + BLOCK, left.length);
    if (left.compare(right, block, end, block, end) === 0) continue;
    for (let at = block; at < end; at += pageSize) {
      if (left.compare(right, at, at + pageSize, at, at + pageSize) !== 0) dirty.add(first + at / pageSize);
    }
  }
}

/** The type and the number of cells of each page, packed into two bytes. */
function noteHeads(heads: Uint16Array, first: number, bytes: Buffer, count: number, pageSize: number): void {
  for (let page = 0; page < count; page += 1) {
    const at = page * pageSize + headerOffset(first + page);
    const kind = KINDS[bytes[at] as number];
    if (kind === undefined) continue;
    const cells = ((bytes[at + 3] as number) << 8) | (bytes[at + 4] as number);
    if (cells <= CELLS) heads[first + page] = kind | cells;
  }
}
