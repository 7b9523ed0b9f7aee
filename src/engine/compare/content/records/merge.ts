import { Unproven } from '../pages/unproven.ts';
import { NewValues } from './new-values.ts';
import type { RecordCursor } from './record-cursor.ts';
import type { RecordLayout, StoredColumn } from './record-layout.ts';
import { compareValues, NULL, type Row, SAME } from './records.ts';
import { ValueDifferences } from './value-differences.ts';
import { type RowSide, type WaitingRow, WaitingRows } from './waiting.ts';

/** What makes a row of *before* and a row of *after* the same row. */
export interface RowPairing {
  /**
   * `rowid` and `key`: rows that share it. `content`: first rows that are equal in all columns, then, of the rest, rows
   * that share their rowid.
   */
  by: 'rowid' | 'key' | 'content';
  /** Positions of the key within the pair's columns; empty unless `by` is `key`. */
  key: number[];
  /** No row's key can be NULL on either side. */
  required: boolean;
}

/** The rows of one side. */
export interface RowSource {
  /** Moves from record to record. */
  cursor: RecordCursor;
  /** Holds the values of the record that was read last. */
  row: Row;
}

export interface MergeOptions {
  before: RowSource;
  after: RowSource;
  layout: RecordLayout;
  pairing: RowPairing;
  /** Decodes the bytes of a text. */
  decode(bytes: Buffer): string;
}

interface Stream extends RowSource {
  side: RowSide;
  /** The cursor stands on a row. */
  open: boolean;
}

/**
 * What a row waits under. Its key is enough to find its partner; a row without a key, or with a NULL in it, is paired
 * with an equal row first, and waits under its whole content.
 */
const BY_CONTENT = 'c';
const BY_KEY = 'k';

/**
 * Walks the rows of both sides in the order of their rowids, pairs them as strict SQL does, and counts the differences.
 * In memory it holds only rows whose partner does not have the same rowid.
 */
export class Merge {
  /** Pairs of rows. */
  matched = 0;
  readonly differences: ValueDifferences;
  /** Its counts of paired rows are complete only where a key without NULLs pairs the rows. */
  readonly newValues: NewValues;
  readonly #before: Stream;
  readonly #after: Stream;
  readonly #layout: RecordLayout;
  readonly #pairing: RowPairing;
  readonly #waiting = new WaitingRows();

  constructor({ before, after, layout, pairing, decode }: MergeOptions) {
    this.#before = { side: 'before', ...before, open: true };
    this.#after = { side: 'after', ...after, open: true };
    this.#layout = layout;
    this.#pairing = pairing;
    this.differences = new ValueDifferences(layout.before, layout.after, decode);
    this.newValues = new NewValues(layout.added, layout.stored);
  }

  run(): void {
    const before = this.#before;
    const after = this.#after;
    before.open = before.cursor.advance();
    after.open = after.cursor.advance();
    while (before.open && after.open) {
      const order = before.cursor.rowid - after.cursor.rowid;
      if (order === 0) this.#meet();
      else if (order < 0) this.#alone(before, after);
      else this.#alone(after, before);
      if (order <= 0) before.open = before.cursor.advance();
      if (order >= 0) after.open = after.cursor.advance();
    }
    for (; before.open; before.open = before.cursor.advance()) this.#alone(before, after);
    for (; after.open; after.open = after.cursor.advance()) this.#alone(after, before);
    this.#pairRest();
  }

  /** Both sides have a row with this rowid. */
  #meet(): void {
    const before = this.#before;
    const after = this.#after;
    if (this.#layout.steady && this.#sameRecord(before.cursor, after.cursor)) {
      this.matched += 1;
      this.#meetSame(before.cursor, after.cursor);
      return;
    }
    take(before);
    take(after);
    this.newValues.meet(after.row);
    const { by } = this.#pairing;
    if (by === 'rowid' || (by === 'key' && this.#sameKey())) {
      this.#pair();
    } else if (!this.differences.differ(before.row, after.row)) {
      this.matched += 1;
    } else {
      this.#offer(before, after);
      this.#offer(after, before);
    }
  }

  /** Counts the new values of a row of *after* whose record is, or begins with, the record of its partner. */
  #meetSame(before: RecordCursor, { buffer, start, size }: RecordCursor): void {
    if (this.newValues.columns.length === 0) return;
    if (size !== before.size) {
      const headerBefore = before.buffer[before.start] as number;
      const headerAfter = buffer[start] as number;
      const body = start + headerAfter + before.size - headerBefore;
      if (this.newValues.meetTail(buffer, start + headerBefore, start + headerAfter, body)) return;
    }
    take(this.#after);
    this.newValues.meet(this.#after.row);
    this.newValues.pair(this.#after.row);
  }

  /** `stream` stands on a row whose rowid the other side does not have. */
  #alone(stream: Stream, other: Stream): void {
    if (stream === this.#after && this.newValues.columns.length > 0) {
      take(stream);
      this.newValues.meet(stream.row);
    }
    if (this.#pairing.by !== 'rowid') this.#offer(stream, other);
  }

  /** Pairs the row on which `stream` stands with one that waits on the other side, or lets it wait. */
  #offer(stream: Stream, other: Stream): void {
    // Read again, even if #meet has read it: a waiting partner of the other row may have been read over it since.
    take(stream);
    const name = this.#nameOf(stream);
    const partner = this.#waiting.take(other.side, name);
    if (partner === undefined) {
      // The other side has ended: no partner can come. Only a row with a NULL in its key still waits, for #pairRest.
      if (!other.open && (name.startsWith(BY_KEY) || this.#pairing.by === 'content')) return;
      this.#waiting.put(stream.side, name, stream.cursor.rowid, stream.cursor.record().toString('latin1'));
    } else if (name.startsWith(BY_CONTENT)) {
      this.matched += 1;
    } else {
      takeBack(other, partner);
      this.#pair();
    }
  }

  #nameOf({ side, row }: Stream): string {
    const columns = this.#layout[side];
    const { by, key, required } = this.#pairing;
    if (by === 'key') {
      const parts = key.map((position) => columns[position] as StoredColumn);
      if (parts.every((column) => row.classOf(column) !== NULL)) return BY_KEY + identity(row, parts);
      if (required) throw new Unproven('NULL in a required key');
    }
    return BY_CONTENT + identity(row, columns);
  }

  /** Both rows have the same key, and no NULL in it: a NULL is equal to no other. */
  #sameKey(): boolean {
    const { before, after } = this.#layout;
    return this.#pairing.key.every((position) => {
      const from = before[position] as StoredColumn;
      return (
        this.#before.row.classOf(from) !== NULL &&
        compareValues(this.#before.row, from, this.#after.row, after[position] as StoredColumn) === SAME
      );
    });
  }

  /** Counts the two rows that were read last as the same row. */
  #pair(): void {
    this.matched += 1;
    const before = this.#before.row;
    const after = this.#after.row;
    this.newValues.pair(after);
    if (this.differences.differ(before, after)) this.differences.count(before, after);
  }

  /**
   * Pairs the rows that have found no equal row. Without a key, rows of the same rowid are a pair. With a key, these rows
   * have a NULL in it; of those that share such a key, the first of both sides are a pair, then the second, and so on.
   */
  #pairRest(): void {
    if (this.#pairing.by === 'rowid') return;
    const waiting = new WaitingRows();
    const nameOf = (stream: Stream, rowid: number) => {
      if (this.#pairing.by === 'content') return String(rowid);
      return identity(
        stream.row,
        this.#pairing.key.map((at) => this.#layout[stream.side][at] as StoredColumn),
      );
    };
    for (const { rowid, record } of this.#waiting.rest('before', BY_CONTENT)) {
      takeBack(this.#before, { rowid, record });
      waiting.put('before', nameOf(this.#before, rowid), rowid, record);
    }
    for (const { rowid, record } of this.#waiting.rest('after', BY_CONTENT)) {
      takeBack(this.#after, { rowid, record });
      const partner = waiting.take('before', nameOf(this.#after, rowid));
      if (partner === undefined) continue;
      takeBack(this.#before, partner);
      this.#pair();
    }
  }

  /** Equal bytes, or, where columns were appended, equal bytes as far as the record of *before* goes. */
  #sameRecord(before: RecordCursor, after: RecordCursor): boolean {
    if (before.size === after.size) return before.sameRecord(after);
    const { stored } = this.#layout;
    return stored.after > stored.before && isPrefix(before, after, stored.before);
  }
}

/** Whether the record of *before* has all of its `values`, and that of *after* begins with them, header and body alike. */
function isPrefix(before: RecordCursor, after: RecordCursor, values: number): boolean {
  if (before.local < before.size || after.local < after.size) return false;
  const header = before.buffer[before.start] as number;
  const headerAfter = after.buffer[after.start] as number;
  const body = before.size - header;
  if (header >= 0x80 || headerAfter >= 0x80 || body > after.size - headerAfter) return false;
  let count = 0;
  for (let at = before.start + 1; at < before.start + header; at += 1) {
    if ((before.buffer[at] as number) < 0x80) count += 1;
  }
  return (
    count === values &&
    before.sameStretch(before.start + 1, after, after.start + 1, header - 1) &&
    before.sameStretch(before.start + header, after, after.start + headerAfter, body)
  );
}

/** Reads the row on which the cursor stands. */
function take({ cursor, row }: Stream): void {
  if (cursor.local === cursor.size) row.read(cursor.buffer, cursor.start, cursor.size, cursor.rowid);
  else row.read(cursor.record(), 0, cursor.size, cursor.rowid);
}

/** Reads a row that has waited. */
function takeBack({ row }: Stream, { rowid, record }: WaitingRow): void {
  row.read(Buffer.from(record, 'latin1'), 0, record.length, rowid);
}

/** One text for equal values of these columns, and another for others. */
function identity(row: Row, columns: readonly StoredColumn[]): string {
  let text = '';
  for (const column of columns) text += row.identity(column);
  return text;
}
