import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What the first page of a database says of the file (sqlite.org/fileformat2.html section 1.3). */
export interface FileHeader {
  pageSize: number;
  /** The last writer used a write-ahead log. */
  wal: boolean;
  /** Goes up, but under a log not with every transaction. */
  changeCounter: number;
  /** Goes up with every change of the schema. */
  schemaCookie: number;
  /** `undefined` where an old writer left it behind. */
  pages: number | undefined;
}

const LENGTH = 100;

/** `undefined` for bytes that no first page begins with; SQLite then says what is wrong. */
export function parseHeader(bytes: Buffer): FileHeader | undefined {
  if (bytes.length < LENGTH) return undefined;
  const size = bytes.readUInt16BE(16);
  const pageSize = size === 1 ? 65_536 : size;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) return undefined;
  const changeCounter = bytes.readUInt32BE(24);
  const pages = bytes.readUInt32BE(28);
  const isValid = pages > 0 && changeCounter === bytes.readUInt32BE(92);
  return {
    pageSize,
    wal: bytes[18] === 2,
    changeCounter,
    schemaCookie: bytes.readUInt32BE(40),
    pages: isValid ? pages : undefined,
  };
}

/** A file of which single places are read; never more of it than is asked for. */
export class FileBytes {
  readonly #file: number;
  readonly size: number;

  private constructor(file: number) {
    this.#file = file;
    this.size = fstatSync(file).size;
  }

  /** Opens the file for `act`, and closes it whatever happens. */
  static with<Result>(path: string, act: (bytes: FileBytes) => Result): Result {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return act(new FileBytes(file));
    } finally {
      closeSync(file);
    }
  }

  /** Shorter where the file ends sooner. */
  read(position: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    return position < 0 ? buffer.subarray(0, 0) : buffer.subarray(0, this.#fill(buffer, position));
  }

  header(): FileHeader | undefined {
    return parseHeader(this.read(0, LENGTH));
  }

  #fill(buffer: Buffer, position: number): number {
    return readSync(this.#file, buffer, 0, buffer.length, position);
  }
}
