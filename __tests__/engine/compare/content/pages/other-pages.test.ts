import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Bits } from '../../../../../src/engine/compare/content/pages/bits.ts';
import { addUnownedPages } from '../../../../../src/engine/compare/content/pages/other-pages.ts';
import { PageFile } from '../../../../../src/engine/compare/content/pages/page-file.ts';
import { scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();
const PAGE = 65_536;
/** The page that holds byte 2^30. */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;

interface Header {
  pages: number;
  firstFreeTrunk?: number;
  autoVacuum?: boolean;
}

let made = 0;

/** The unowned pages of a file that takes no room on the disk: all of it but its header, and `trunks`, is a hole. */
function unownedIn(
  { pages, firstFreeTrunk = 0, autoVacuum = false }: Header,
  trunks: Readonly<Record<number, readonly number[]>> = {},
): number[] {
  made += 1;
  const path = join(folder, `sparse-${made}`);
  const header = Buffer.alloc(100);
  header.writeUInt16BE(1, 16);
  header.writeUInt32BE(firstFreeTrunk, 32);
  header.writeUInt32BE(Number(autoVacuum), 52);
  const descriptor = openSync(path, 'w');
  writeSync(descriptor, header, 0, 100, 0);
  for (const [page, words] of Object.entries(trunks)) {
    const trunk = Buffer.alloc(words.length * 4);
    for (const [at, word] of words.entries()) trunk.writeUInt32BE(word, at * 4);
    writeSync(descriptor, trunk, 0, trunk.length, (Number(page) - 1) * PAGE);
  }
  ftruncateSync(descriptor, pages * PAGE);
  closeSync(descriptor);
  const file = new PageFile(path);
  try {
    const found = new Bits(file.pages);
    addUnownedPages(file, found);
    const unowned: number[] = [];
    for (let page = 1; page <= file.pages; page += 1) if (found.has(page)) unowned.push(page);
    return unowned;
  } finally {
    file.close();
  }
}

describe('the page with the lock byte', () => {
  it('is nobody’s, where the file reaches it', () => {
    expect(unownedIn({ pages: LOCK_PAGE - 1 })).toEqual([]);
    expect(unownedIn({ pages: LOCK_PAGE })).toEqual([LOCK_PAGE]);
    expect(unownedIn({ pages: LOCK_PAGE + 1 })).toEqual([LOCK_PAGE]);
  });

  it('moves a pointer map that would stand there, and no other', () => {
    const apart = Math.floor(PAGE / 5) + 1;
    const maps = unownedIn({ pages: LOCK_PAGE, autoVacuum: true });
    expect(maps).toEqual([2, 2 + apart, LOCK_PAGE]);
    expect(unownedIn({ pages: 1 + apart, autoVacuum: true })).toEqual([2]);
    expect(unownedIn({ pages: 2 + apart, autoVacuum: true })).toEqual([2, 2 + apart]);
  });
});

describe('free pages', () => {
  it('are the trunks and what they list', () => {
    const trunks = { 3: [5, 2, 7, 8], 5: [0, 1, 4] };
    expect(unownedIn({ pages: 8, firstFreeTrunk: 3 }, trunks)).toEqual([3, 4, 5, 7, 8]);
  });

  it.each([
    ['a list that ends in itself', { 3: [3, 0] }, 'ring of free pages'],
    ['a page behind the end', { 3: [0, 1, 9] }, 'freelist'],
    ['more of them than a page can name', { 3: [0, PAGE / 4 - 1] }, 'freelist'],
    ['a trunk behind the end', { 3: [9, 0] }, 'page out of range'],
  ])('prove nothing with %s', (_, trunks, reason) => {
    expect(() => unownedIn({ pages: 8, firstFreeTrunk: 3 }, trunks)).toThrow(reason);
  });
});
