import { Unproven } from '../pages/unproven.ts';
import { readVarint, varint } from '../pages/varint.ts';
import type { StoredColumn } from './record-layout.ts';

/** A value as a record holds it (sqlite.org/fileformat2.html, section 2.1). */
export interface StoredValue {
  type: number;
  bytes: Buffer;
}

export const NULL = 0;
export const INTEGER = 1;
export const REAL = 2;
export const TEXT = 3;
export const BLOB = 4;

const FIXED = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
/** The serial type of an integer of eight bytes, which can hold any. */
export const INT64 = 6;
export const FLOAT64 = 7;

/** Bytes of a value of a serial type; 10 and 11 are reserved. */
export function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const length = FIXED[type];
  if (length === undefined) throw new Unproven('serial type');
  return length;
}

/** The values of one record after another, without an object for any of them. */
export class Row {
  readonly columns: readonly StoredColumn[];
  /** Of each stored value: its serial type, where it begins, and in which bytes. */
  readonly types: Float64Array;
  readonly starts: Int32Array;
  readonly sources: Buffer[];
  readonly #stored: number;
  readonly #alias: boolean;
  readonly #rowid = Buffer.alloc(8);
  readonly #defaultOf: (column: StoredColumn, rowid: number) => StoredValue;

  /** `defaultOf` gives what a column holds in the row `rowid`, whose record ends before that column. */
  constructor(
    columns: readonly StoredColumn[],
    stored: number,
    defaultOf: (column: StoredColumn, rowid: number) => StoredValue,
  ) {
    this.columns = columns;
    this.types = new Float64Array(stored + 1);
    this.starts = new Int32Array(stored + 1);
    this.sources = Array.from({ length: stored + 1 }, () => this.#rowid);
    this.#stored = stored;
    this.#alias = columns.some(({ alias }) => alias);
    this.#defaultOf = defaultOf;
  }

  /** Takes in the record at `start` of `bytes`, of `size` bytes. */
  read(bytes: Buffer, start: number, size: number, rowid: number): void {
    const headerSize = readVarint(bytes, start);
    const headerEnd = start + headerSize;
    const end = start + size;
    if (headerEnd > end) throw new Unproven('record header');
    let at = varint.end;
    let body = headerEnd;
    let count = 0;
    for (; at < headerEnd && count < this.#stored; count += 1) {
      const type = readVarint(bytes, at);
      at = varint.end;
      this.types[count] = type;
      this.starts[count] = body;
      this.sources[count] = bytes;
      body += lengthOf(type);
    }
    if (body > end || at !== headerEnd) throw new Unproven('record');
    if (count < this.#stored) this.#fillUp(count, rowid);
    if (this.#alias) {
      this.#rowid.writeBigInt64BE(BigInt(rowid));
      this.types[this.#stored] = INT64;
    }
  }

  #fillUp(from: number, rowid: number): void {
    for (const column of this.columns) {
      if (column.at < from || column.alias) continue;
      const { type, bytes } = this.#defaultOf(column, rowid);
      this.types[column.at] = type;
      this.starts[column.at] = 0;
      this.sources[column.at] = bytes;
    }
  }

  /** Storage class of a value as SQLite reads it: a NaN is NULL. */
  classOf({ at, real }: StoredColumn): number {
    const type = this.types[at] as number;
    if (type >= 12) return type % 2 === 0 ? BLOB : TEXT;
    if (type === NULL) return NULL;
    if (type === FLOAT64) return Number.isNaN(this.number(at)) ? NULL : REAL;
    return real ? REAL : INTEGER;
  }

  /** A number; a bigint for integers of eight bytes. */
  number(at: number): number | bigint {
    const source = this.sources[at] as Buffer;
    const start = this.starts[at] as number;
    const type = this.types[at] as number;
    if (type === FLOAT64) return source.readDoubleBE(start);
    if (type === INT64) return source.readBigInt64BE(start);
    return type >= 8 ? type - 8 : source.readIntBE(start, lengthOf(type));
  }

  /** The bytes of a text or blob. */
  bytes(at: number): Buffer {
    const start = this.starts[at] as number;
    return (this.sources[at] as Buffer).subarray(start, start + lengthOf(this.types[at] as number));
  }

  /** One text for equal values, and another for others: storage class and content. */
  identity(column: StoredColumn): string {
    const kind = this.classOf(column);
    if (kind === NULL) return '-';
    if (kind === TEXT || kind === BLOB) {
      const content = this.bytes(column.at);
      return `${kind === TEXT ? 't' : 'b'}${content.length}:${content.toString('latin1')}`;
    }
    const number = this.number(column.at);
    // Adding 0 turns -0 into 0.
    return kind === REAL ? `r${Number(number) + 0};` : `i${number};`;
  }
}

/** What became of a value, in the words of ColumnChange. */
export const SAME = 0;
export const FILLED = 1;
export const CHANGED = 2;
export const NULLED = 3;
export const RETYPED = 4;

/** Compares by storage class, then by bytes; numbers by value. */
export function compareValues(before: Row, from: StoredColumn, after: Row, to: StoredColumn): number {
  if (from.real === to.real && sameStored(before, from.at, after, to.at)) return SAME;
  const classBefore = before.classOf(from);
  const classAfter = after.classOf(to);
  if (classBefore === NULL) return classAfter === NULL ? SAME : FILLED;
  if (classAfter === NULL) return NULLED;
  if (classBefore !== classAfter) return RETYPED;
  if (classBefore >= TEXT) return before.bytes(from.at).equals(after.bytes(to.at)) ? SAME : CHANGED;
  const left = before.number(from.at);
  const right = after.number(to.at);
  if (classBefore === REAL) return Number(left) === Number(right) ? SAME : CHANGED;
  // An integer of eight bytes is a bigint, a shorter one a number: only == compares both exactly.
  // biome-ignore lint/suspicious/noDoubleEquals: see above
  return left == right ? SAME : CHANGED;
}

function sameStored(before: Row, from: number, after: Row, to: number): boolean {
  const type = before.types[from] as number;
  if (type !== after.types[to]) return false;
  const length = lengthOf(type);
  return (
    length === 0 ||
    sameBytes(
      before.sources[from] as Buffer,
      before.starts[from] as number,
      after.sources[to] as Buffer,
      after.starts[to] as number,
      length,
    )
  );
}

/** Below this many bytes a loop is faster than the way into native code. */
const SHORT = 32;

export function sameBytes(left: Buffer, at: number, right: Buffer, other: number, length: number): boolean {
  if (length > SHORT) return left.compare(right, other, other + length, at, at + length) === 0;
  for (let offset = 0; offset < length; offset += 1) {
    if (left[at + offset] !== right[other + offset]) return false;
  }
  return true;
}
