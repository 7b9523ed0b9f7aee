import { Bits } from './bits.ts';
import { LeafWalk, type TreeKind } from './btree.ts';
import { type DirtyMap, mapDirtyPages } from './dirty-map.ts';
import { addChains, addUnownedPages } from './other-pages.ts';
import { PageFile, PageReader } from './page-file.ts';
import { headerOffset, INDEX_INTERIOR, TABLE_INTERIOR, TABLE_LEAF } from './page-format.ts';
import { Unproven } from './unproven.ts';

/** One b-tree of *before*. */
interface Tree {
  /** All of its pages are equal in both files. */
  clean: boolean;
  /** Rows on its pages; counted only where it is clean. */
  rows: number;
}

/** What the bytes of the two files tell, before any row is read. */
export interface PageEvidence {
  before: PageFile;
  after: PageFile;
  map: DirtyMap;
  /** Every b-tree of *before*, by its root page. */
  trees: ReadonlyMap<number, Tree>;
  /**
   * No row on an unchanged page has an overflow page that changed; `false` where that is not known. Without this rule a
   * row whose end alone changed would count as unchanged.
   */
  chainsClean: boolean;
}

/**
 * Compares two sealed database files page by page and walks the b-trees of *before*. Throws `Unproven` where the files
 * cannot be compared so: other page size, reserved bytes or encoding, a journal beside them, or a damaged tree.
 */
export function withEvidence<Result>(
  paths: { before: string; after: string },
  roots: readonly number[],
  act: (evidence: PageEvidence) => Result,
): Result {
  const before = new PageFile(paths.before);
  try {
    const after = new PageFile(paths.after);
    try {
      return act(gather(before, after, roots));
    } finally {
      after.close();
    }
  } finally {
    before.close();
  }
}

function gather(before: PageFile, after: PageFile, roots: readonly number[]): PageEvidence {
  for (const field of ['pageSize', 'usable', 'encoding'] as const) {
    if (before.header[field] !== after.header[field]) throw new Unproven(field);
  }
  const map = mapDirtyPages(before, after);
  const owned = new Bits(before.pages);
  const reader = new PageReader(before, 0);
  const trees = new Map(roots.map((root) => [root, surveyTree(reader, root, map, owned)]));
  const chainsClean = areChainsClean(before, map.dirty, owned);
  return { before, after, map, trees, chainsClean };
}

/** Walks one tree of *before*, adds its pages to `owned`, and throws where another tree has one of them already. */
function surveyTree(reader: PageReader, root: number, { dirty, cells }: DirtyMap, owned: Bits): Tree {
  const tree = { clean: true, rows: 0 };
  const claim = (page: number) => {
    if (!(page >= 1 && page <= reader.file.pages) || owned.has(page)) throw new Unproven('page used twice');
    owned.add(page);
    if (dirty.has(page)) tree.clean = false;
  };
  const kind = kindOf(reader, root);
  const walk = new LeafWalk(reader, root, kind, (page) => {
    claim(page);
    if (kind === 'index' && tree.clean) tree.rows += cells(page, INDEX_INTERIOR);
  });
  for (let leaf = walk.next(); leaf !== 0; leaf = walk.next()) {
    claim(leaf);
    if (tree.clean) tree.rows += cells(leaf, walk.leafType);
  }
  return tree;
}

/** Tables WITHOUT ROWID are stored as indexes are. */
export function kindOf(reader: PageReader, root: number): TreeKind {
  const type = reader.buffer[reader.load(root) + headerOffset(root)];
  return type === TABLE_LEAF || type === TABLE_INTERIOR ? 'table' : 'index';
}

/**
 * Whether no row on an unchanged page has a changed overflow page. So it is where every changed page is known to be
 * something else: a b-tree page, a page that belongs to no tree, or an overflow page of a row on a changed page.
 */
function areChainsClean(before: PageFile, dirty: Bits, owned: Bits): boolean {
  const known = new Bits(before.pages);
  addUnownedPages(before, known);
  let changed = 0;
  let inTrees = 0;
  for (let page = 1; page <= before.pages; page += 1) {
    if (!owned.has(page)) continue;
    known.add(page);
    inTrees += 1;
    if (dirty.has(page)) changed += 1;
  }
  if (isExplained(dirty, known, before.pages)) return true;
  // Where most pages have changed, the few others are cheaper to look at one by one, when their tables are compared.
  if (changed * 2 > inTrees) return false;
  const pages = new PageReader(before);
  const chains = new PageReader(before);
  for (let page = 1; page <= before.pages; page += 1) {
    // Only pages of a tree: a freed page still names overflow pages that may belong to another row.
    if (dirty.has(page) && owned.has(page)) addChains(pages, chains, page, known);
  }
  return isExplained(dirty, known, before.pages);
}

function isExplained(dirty: Bits, known: Bits, pages: number): boolean {
  let unexplained = false;
  dirty.without(known, (page) => {
    unexplained = page >= 1 && page <= pages;
    return !unexplained;
  });
  return !unexplained;
}
