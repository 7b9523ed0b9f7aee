import type { Bits } from './bits.ts';
import type { PageReader } from './page-file.ts';
import {
  headerOffset,
  INDEX_INTERIOR,
  INDEX_LEAF,
  localSize,
  mostOnIndexPage,
  mostOnTableLeaf,
  TABLE_LEAF,
} from './page-format.ts';
import { Unproven } from './unproven.ts';
import { readVarint, skipVarint, varint } from './varint.ts';

/**
 * The first overflow page of each payload on a b-tree page that does not fit on it
 * (sqlite.org/fileformat2.html, section 1.7).
 */
export function overflowHeads(reader: PageReader, page: number): number[] {
  const base = reader.load(page);
  const header = base + headerOffset(page);
  const { usable } = reader.file.header;
  const { buffer, view } = reader;
  const type = buffer[header];
  if (type !== TABLE_LEAF && type !== INDEX_LEAF && type !== INDEX_INTERIOR) return [];
  const most = type === TABLE_LEAF ? mostOnTableLeaf(usable) : mostOnIndexPage(usable);
  const pointers = header + (type === INDEX_INTERIOR ? 12 : 8);
  const cells = view.getUint16(header + 3);
  if (pointers + cells * 2 > base + usable) throw new Unproven('cell count');
  const heads: number[] = [];
  for (let cell = 0; cell < cells; cell += 1) {
    const at = base + view.getUint16(pointers + cell * 2);
    const size = readVarint(buffer, type === INDEX_INTERIOR ? at + 4 : at);
    if (size <= most) continue;
    const payload = type === TABLE_LEAF ? skipVarint(buffer, varint.end) : varint.end;
    const link = payload + localSize(size, usable, most);
    if (link + 4 > base + usable) throw new Unproven('cell pointer');
    heads.push(view.getUint32(link));
  }
  return heads;
}

/** Calls `visit` with each page of a chain until it returns `false`. A chain longer than the file is a ring. */
export function followChain(reader: PageReader, first: number, visit: (page: number) => boolean): void {
  let page = first;
  for (let steps = 0; page !== 0; steps += 1) {
    if (steps > reader.file.pages) throw new Unproven('ring of overflow pages');
    if (!visit(page)) return;
    page = reader.view.getUint32(reader.load(page));
  }
}

/** Whether a row on this page has an overflow page that differs. */
export function hasDirtyChain(pages: PageReader, chains: PageReader, page: number, dirty: Bits): boolean {
  for (const head of overflowHeads(pages, page)) {
    let clean = true;
    followChain(chains, head, (link) => {
      clean = !dirty.has(link);
      return clean;
    });
    if (!clean) return true;
  }
  return false;
}
