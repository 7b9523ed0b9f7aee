import { readVarint, varint } from '../pages/varint.ts';
import type { StoredColumn } from './record-layout.ts';
import { FLOAT64, lengthOf, NULL, type Row } from './records.ts';

/** Rows of *after* with a value in a column that *before* does not have. */
export interface NewValueCount {
  rows: number;
  /** Of these, rows that have a partner in *before*. */
  paired: number;
}

/** Counts, while the rows are merged, those of *after* that have a value in each new column. */
export class NewValues {
  readonly columns: readonly StoredColumn[];
  /** All new columns stand behind those of *before*, so that the end of a record holds all of their values. */
  readonly appended: boolean;
  readonly #storedBefore: number;
  readonly #rows: Float64Array;
  readonly #paired: Float64Array;
  /** By position behind the values of *before*: 1 where a row has a value; and which column stands there, or -1. */
  readonly #held: Uint8Array;
  readonly #columnAt: Int32Array;

  /** `stored`: values that a full record has on each side. */
  constructor(columns: readonly StoredColumn[], stored: { before: number; after: number }) {
    this.columns = columns;
    this.appended = columns.every(({ at, alias }) => at >= stored.before && !alias);
    this.#storedBefore = stored.before;
    this.#rows = new Float64Array(columns.length);
    this.#paired = new Float64Array(columns.length);
    this.#held = new Uint8Array(Math.max(0, stored.after - stored.before));
    this.#columnAt = new Int32Array(this.#held.length).fill(-1);
    if (this.appended)
      for (const [column, { at }] of columns.entries()) this.#columnAt[at - this.#storedBefore] = column;
  }

  /** Counts a row of *after*; to be told of each once. */
  meet(row: Row): void {
    this.#count(row, this.#rows);
  }

  /** Counts a row of *after* that has a partner; to be told of each once, beside `meet`. */
  pair(row: Row): void {
    this.#count(row, this.#paired);
  }

  /**
   * Does both at once for a record that begins with the values of *before*: the serial types of the others lie from `at`
   * to `end`, their contents from `body` on. Returns `false`, and counts nothing, where the row has to be read.
   */
  meetTail(bytes: Buffer, at: number, end: number, body: number): boolean {
    const held = this.#held;
    if (!this.appended) return false;
    let next = at;
    let content = body;
    for (let position = 0; position < held.length; position += 1) {
      // What is missing in a short record is the default.
      if (next >= end) return false;
      const type = readVarint(bytes, next);
      next = varint.end;
      // A NaN is NULL; infinite numbers have the same exponent.
      if (type === FLOAT64 && isExtreme(bytes, content)) return false;
      held[position] = type === NULL ? 0 : 1;
      content += lengthOf(type);
    }
    if (next !== end) return false;
    for (let position = 0; position < held.length; position += 1) {
      const column = this.#columnAt[position] as number;
      if (column < 0 || held[position] === 0) continue;
      this.#rows[column] = (this.#rows[column] as number) + 1;
      this.#paired[column] = (this.#paired[column] as number) + 1;
    }
    return true;
  }

  /** By name of the column. */
  counts(): Map<string, NewValueCount> {
    return new Map(
      this.columns.map(({ name }, at) => [
        name,
        { rows: this.#rows[at] as number, paired: this.#paired[at] as number },
      ]),
    );
  }

  #count(row: Row, into: Float64Array): void {
    for (let at = 0; at < into.length; at += 1) {
      if (row.classOf(this.columns[at] as StoredColumn) !== NULL) into[at] = (into[at] as number) + 1;
    }
  }
}

function isExtreme(bytes: Buffer, at: number): boolean {
  return ((bytes[at] as number) & 0x7f) === 0x7f && (bytes[at + 1] as number) >= 0xf0;
}
