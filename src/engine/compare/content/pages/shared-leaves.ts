import { Bits } from './bits.ts';
import { LeafWalk } from './btree.ts';
import type { PageEvidence } from './evidence.ts';
import { hasDirtyChain } from './overflow.ts';
import { PageReader } from './page-file.ts';
import { TABLE_LEAF } from './page-format.ts';
import { Unproven } from './unproven.ts';

/** The leaves that hold the very same rows of one rowid table on both sides. */
export interface SharedLeaves {
  shared: Bits;
  /** Rows on them. */
  rows: number;
  /** Leaves of either side that are not shared. */
  unshared: number;
}

/** No leaf is shared: for tables whose bytes do not mean the same on both sides. */
export function shareNothing(): SharedLeaves {
  return { shared: new Bits(0), rows: 0, unshared: Number.POSITIVE_INFINITY };
}

/**
 * A leaf is shared when it is a leaf of the table in both files, byte for byte the same, and so are its overflow
 * pages. Rowids are unique, so the rows on shared leaves pair among themselves and with no other row.
 */
export function shareLeaves(evidence: PageEvidence, roots: { before: number; after: number }): SharedLeaves {
  const { before, after, map, chainsClean } = evidence;
  const leavesBefore = new Bits(before.pages);
  let leaves = 0;
  eachLeaf(new PageReader(before, 0), roots.before, (leaf) => {
    if (leavesBefore.has(leaf)) throw new Unproven('page used twice');
    leavesBefore.add(leaf);
    leaves += 1;
  });
  const shared = new Bits(Math.max(before.pages, after.pages));
  const leavesAfter = new Bits(after.pages);
  let count = 0;
  let rows = 0;
  const chains = new PageReader(before);
  const pages = new PageReader(before);
  const share = (leaf: number) => {
    if (map.dirty.has(leaf) || (!chainsClean && hasDirtyChain(pages, chains, leaf, map.dirty))) return;
    shared.add(leaf);
    count += 1;
    rows += map.cells(leaf, TABLE_LEAF);
  };
  eachLeaf(new PageReader(after, 0), roots.after, (leaf) => {
    if (leaf > after.pages || leavesAfter.has(leaf)) throw new Unproven('page used twice');
    leavesAfter.add(leaf);
    leaves += 1;
    // Only here, where *after* still reaches the leaf: a freed page keeps its bytes.
    if (leaf <= before.pages && leavesBefore.has(leaf)) share(leaf);
  });
  return { shared, rows, unshared: leaves - 2 * count };
}

function eachLeaf(reader: PageReader, root: number, visit: (leaf: number) => void): void {
  const walk = new LeafWalk(reader, root, 'table');
  for (let leaf = walk.next(); leaf !== 0; leaf = walk.next()) visit(leaf);
}
