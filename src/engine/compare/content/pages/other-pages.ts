import type { Bits } from './bits.ts';
import { followChain, overflowHeads } from './overflow.ts';
import { type FileHeader, type PageFile, PageReader } from './page-file.ts';
import { Unproven } from './unproven.ts';

/** SQLite never uses the page that holds this byte (sqlite.org/fileformat2.html, section 1.2). */
const LOCK_BYTE = 0x40000000;

/** Adds the pages that are no part of any table or index: freelist, pointer maps and the lock-byte page. */
export function addUnownedPages(file: PageFile, into: Bits): void {
  const lockPage = LOCK_BYTE / file.header.pageSize + 1;
  if (lockPage <= file.pages) into.add(lockPage);
  if (file.header.autoVacuum) addPointerMaps(file.header, file.pages, lockPage, into);
  addFreelist(file, into);
}

/** Pointer-map pages stand at fixed places (sqlite.org/fileformat2.html, section 1.8). */
function addPointerMaps({ usable }: FileHeader, pages: number, lockPage: number, into: Bits): void {
  const apart = Math.floor(usable / 5) + 1;
  for (let page = 2; page <= pages; page += apart) {
    const place = page === lockPage ? page + 1 : page;
    if (place <= pages) into.add(place);
  }
}

/** Trunks and leaves of the freelist (sqlite.org/fileformat2.html, section 1.5). */
function addFreelist(file: PageFile, into: Bits): void {
  const reader = new PageReader(file, 0);
  let trunk = file.header.firstFreeTrunk;
  for (let steps = 0; trunk !== 0; steps += 1) {
    if (steps > file.pages) throw new Unproven('ring of free pages');
    const at = reader.load(trunk);
    into.add(trunk);
    const next = reader.view.getUint32(at);
    const leaves = reader.view.getUint32(at + 4);
    if (leaves > file.header.usable / 4 - 2) throw new Unproven('freelist');
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const page = reader.view.getUint32(at + 8 + leaf * 4);
      if (page > file.pages) throw new Unproven('freelist');
      into.add(page);
    }
    trunk = next;
  }
}

/** Adds the overflow pages of all rows on one b-tree page. */
export function addChains(pages: PageReader, chains: PageReader, page: number, into: Bits): void {
  for (const head of overflowHeads(pages, page)) {
    followChain(chains, head, (link) => {
      if (link > chains.file.pages) throw new Unproven('page out of range');
      into.add(link);
      return true;
    });
  }
}
