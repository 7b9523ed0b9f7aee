/** Page types of b-trees (sqlite.org/fileformat2.html, section 1.6), as they stand in the first byte of a page. */
export const TABLE_LEAF = 13;
export const TABLE_INTERIOR = 5;
export const INDEX_LEAF = 10;
export const INDEX_INTERIOR = 2;

/** SQLite gives up on a tree that is deeper. */
export const DEEPEST = 20;

/** Where the b-tree header of a page begins: the first page starts with the header of the file. */
export function headerOffset(page: number): number {
  return page === 1 ? 100 : 0;
}

/** Bytes of a payload of `size` that lie on the b-tree page itself (sqlite.org/fileformat2.html, section 1.6). */
export function localSize(size: number, usable: number, most: number): number {
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** The most a cell of a table leaf keeps on its page. */
export function mostOnTableLeaf(usable: number): number {
  return usable - 35;
}

/** The most a cell of an index page keeps on its page. */
export function mostOnIndexPage(usable: number): number {
  return Math.floor(((usable - 12) * 64) / 255) - 23;
}
