import type { Random } from '../../__tests__/support/random.ts';

/** The pages of a database file as its format describes them (sqlite.org/fileformat2.html), for who wants to damage one. */
export interface Page {
  /** From 1. */
  number: number;
  /** Offset in the file. */
  at: number;
  /** Offset of the b-tree header: the first page begins with that of the file. */
  head: number;
  /** The byte that says what the page is. */
  kind: number;
}

export const BTREE = { innerIndex: 2, innerTable: 5, leafIndex: 10, leafTable: 13 } as const;

export function pagesOf(file: Buffer, pageSize: number): Page[] {
  const count = Math.floor(file.length / pageSize);
  return Array.from({ length: count }, (_, index) => {
    const at = index * pageSize;
    const head = index === 0 ? 100 : at;
    return { number: index + 1, at, head, kind: file[head] ?? 0 };
  });
}

export function isInner({ kind }: Page): boolean {
  return kind === BTREE.innerIndex || kind === BTREE.innerTable;
}

export function btreePages(file: Buffer, pageSize: number): Page[] {
  return pagesOf(file, pageSize).filter(({ kind }) => Object.values<number>(BTREE).includes(kind));
}

/** Offset in the file of the array of cell pointers, and how many there are. */
export function pointersOf(file: Buffer, page: Page): { at: number; count: number } {
  return { at: page.head + (isInner(page) ? 12 : 8), count: file.readUInt16BE(page.head + 3) };
}

/** Offset in the file of one of the cells of a page; `undefined` where it has none. */
export function cellOf(file: Buffer, page: Page, random: Random): number | undefined {
  const { at, count } = pointersOf(file, page);
  if (count === 0) return undefined;
  const cell = page.at + file.readUInt16BE(at + 2 * random.below(count));
  return cell + 16 < file.length ? cell : undefined;
}

/** The value of a varint and the offset behind it. */
export function varint(file: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = file[at + index] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next: at + index + 1 };
  }
  return { value: value * 256 + (file[at + 8] ?? 0), next: at + 9 };
}

/** A page number that leads somewhere wrong: to itself, to nothing, beyond the end, back to the start, to any other page. */
export function wrongPage(file: Buffer, pageSize: number, page: Page, random: Random): number {
  const count = Math.floor(file.length / pageSize);
  return random.pick([page.number, 0, 1, count, count + 1, 0x7fffffff, 0xffffffff, 1 + random.below(count)]);
}
