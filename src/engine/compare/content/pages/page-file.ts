import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { Unproven } from './unproven.ts';

/** What the header of a database file says (sqlite.org/fileformat2.html, section 1.3). */
export interface FileHeader {
  pageSize: number;
  /** Bytes of a page that hold content: the page size without the reserved ones. */
  usable: number;
  encoding: number;
  firstFreeTrunk: number;
  autoVacuum: boolean;
}

/** The header in the first 100 bytes of a file. */
export function readHeader(bytes: Buffer): FileHeader {
  const stored = bytes.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw new Unproven('page size');
  return {
    pageSize,
    usable: pageSize - bytes.readUInt8(20),
    encoding: bytes.readUInt32BE(56),
    firstFreeTrunk: bytes.readUInt32BE(32),
    autoVacuum: bytes.readUInt32BE(52) !== 0,
  };
}

/** A database file read as bytes, past SQLite. Nobody may write to it meanwhile. */
export class PageFile {
  readonly header: FileHeader;
  readonly pages: number;
  readonly #descriptor: number;

  /** Throws `Unproven` where the file alone is not the database: a WAL or a rollback journal lies beside it. */
  constructor(path: string) {
    if (hasContent(`${path}-wal`) || hasContent(`${path}-journal`)) throw new Unproven('journal');
    this.#descriptor = openSync(path, 'r');
    try {
      const start = Buffer.alloc(100);
      if (this.read(start, 0, 100) < 100) throw new Unproven('no header');
      this.header = readHeader(start);
      this.pages = fstatSync(this.#descriptor).size / this.header.pageSize;
      if (!Number.isInteger(this.pages)) throw new Unproven('size');
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Fills `into` from byte `position` on and returns how many bytes there were. */
  read(into: Buffer, position: number, length: number): number {
    let done = 0;
    while (done < length) {
      const got = readSync(this.#descriptor, into, done, length - done, position + done);
      if (got === 0) break;
      done += got;
    }
    return done;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function hasContent(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** How far the next page may lie behind the last one for both to be worth one read. */
const NEAR = 8;

/** Single pages of a file, with one block read ahead where the pages asked for follow each other. */
export class PageReader {
  readonly file: PageFile;
  readonly buffer: Buffer;
  readonly view: DataView;
  readonly #capacity: number;
  #first = 0;
  #count = 0;
  #last = 0;

  constructor(file: PageFile, readAhead = 128 * 1024) {
    const { pageSize } = file.header;
    this.file = file;
    this.#capacity = Math.max(1, readAhead / pageSize);
    this.buffer = Buffer.allocUnsafeSlow(this.#capacity * pageSize);
    this.view = new DataView(this.buffer.buffer);
  }

  /** Where `page` begins in `buffer`, until the next call. */
  load(page: number): number {
    const { pageSize } = this.file.header;
    const ahead = page - this.#first;
    const distance = page - this.#last;
    this.#last = page;
    if (ahead >= 0 && ahead < this.#count) return ahead * pageSize;
    if (!(page >= 1 && page <= this.file.pages)) throw new Unproven('page out of range');
    const wanted = distance > 0 && distance <= NEAR ? this.#capacity : 1;
    const count = Math.min(wanted, this.file.pages - page + 1);
    if (this.file.read(this.buffer, (page - 1) * pageSize, count * pageSize) < count * pageSize) {
      throw new Unproven('short file');
    }
    this.#first = page;
    this.#count = count;
    return 0;
  }
}
