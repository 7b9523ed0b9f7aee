import { Unproven } from '../pages/unproven.ts';
import { NewValues } from './new-values.ts';
import type { RecordCursor } from './record-cursor.ts';
import type { Layout, Place } from './record-shape.ts';
import { compareValues, NULL, type Row, SAME } from './records.ts';
import { Differences } from './value-differences.ts';
import { type Side, type WaitingRow, WaitingRows } from './waiting.ts';

/** What says that two rows are the same row. */
export interface RowPairing {
  by: 'rowid' | 'key' | 'content';
  /** Positions of the key within the pair's columns; empty unless `by` is `key`. */
  key: number[];
  /** No row's key can be NULL on either side. */
  required: boolean;
}

/** One side of the merge. */
interface Stream {
  side: Side;
  cursor: RecordCursor;
  row: Row;
  /** Stands on a row. */
  open: boolean;
}

/** Rows with a NULL in their key, or without a key, wait under their content; others under their key. */
const BY_CONTENT = 'c';
const BY_KEY = 'k';

/**
 * Walks the rows of both sides in the order of their rowids, pairs them as strict SQL does, and counts. Holds only
 * the rows that have no partner at their own rowid.
 */
export class Merge {
  matched = 0;
  readonly differences: Differences;
  /** `paired` holds where a key without NULLs pairs the rows. */
  readonly newValues: NewValues;
  readonly #before: Stream;
  readonly #after: Stream;
  readonly #layout: Layout;
  readonly #pairing: RowPairing;
  readonly #waiting = new WaitingRows();

  constructor(
    before: { cursor: RecordCursor; row: Row },
    after: { cursor: RecordCursor; row: Row },
    layout: Layout,
    pairing: RowPairing,
    decode: (bytes: Buffer) => string,
  ) {
    this.#before = { side: 'before', ...before, open: true };
    this.#after = { side: 'after', ...after, open: true };
    this.#layout = layout;
    this.#pairing = pairing;
    this.differences = new Differences(layout.before, layout.after, decode);
    this.newValues = new NewValues(layout.fresh, layout.stored);
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

  /** The new values of a row of *after* whose record is, or begins with, that of the row of *before*. */
  #meetSame(before: RecordCursor, { buffer, start, size }: RecordCursor): void {
    if (this.newValues.places.length === 0) return;
    if (size !== before.size) {
      const former = before.buffer[before.start] as number;
      const header = buffer[start] as number;
      const body = start + header + before.size - former;
      if (this.newValues.meetTail(buffer, start + former, start + header, body)) return;
    }
    take(this.#after);
    this.newValues.meet(this.#after.row);
    this.newValues.pair(this.#after.row);
  }

  /** `stream` has a row whose rowid the other side does not have. */
  #alone(stream: Stream, other: Stream): void {
    if (stream === this.#after && this.newValues.places.length > 0) {
      take(stream);
      this.newValues.meet(stream.row);
    }
    if (this.#pairing.by !== 'rowid') this.#offer(stream, other);
  }

  /** Pairs a row with one that waits on the other side, or lets it wait. */
  #offer(stream: Stream, other: Stream): void {
    // Again, even where the rows have just met: a partner that waited may have taken the place of either.
    take(stream);
    const name = this.#nameOf(stream);
    const partner = this.#waiting.take(other.side, name);
    if (partner === undefined) {
      // Nobody can come any more, neither under this name nor with this rowid.
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
    const places = this.#layout[side];
    const { by, key, required } = this.#pairing;
    if (by === 'key') {
      const parts = key.map((position) => places[position] as Place);
      if (parts.every((place) => row.classOf(place) !== NULL)) return BY_KEY + identity(row, parts);
      if (required) throw new Unproven('NULL in a required key');
    }
    return BY_CONTENT + identity(row, places);
  }

  /** The rows at hand have the same key, and no NULL in it: a NULL is equal to no other. */
  #sameKey(): boolean {
    const { before, after } = this.#layout;
    return this.#pairing.key.every((position) => {
      const from = before[position] as Place;
      return (
        this.#before.row.classOf(from) !== NULL &&
        compareValues(this.#before.row, from, this.#after.row, after[position] as Place) === SAME
      );
    });
  }

  #pair(): void {
    this.matched += 1;
    const before = this.#before.row;
    const after = this.#after.row;
    this.newValues.pair(after);
    if (this.differences.differ(before, after)) this.differences.count(before, after);
  }

  /** What found no equal row pairs by rowid; with a key, the n-th row of a key that holds a NULL with the n-th. */
  #pairRest(): void {
    if (this.#pairing.by === 'rowid') return;
    const waiting = new WaitingRows();
    const nameOf = (stream: Stream, rowid: number) => {
      if (this.#pairing.by === 'content') return String(rowid);
      return identity(
        stream.row,
        this.#pairing.key.map((at) => this.#layout[stream.side][at] as Place),
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

  /** Equal bytes, or, where columns were appended, equal bytes as far as the former record goes. */
  #sameRecord(before: RecordCursor, after: RecordCursor): boolean {
    if (before.size === after.size) return before.sameRecord(after);
    const { stored } = this.#layout;
    return stored.after > stored.before && isPrefix(before, after, stored.before);
  }
}

/** A full record whose header and body both begin the other's. */
function isPrefix(before: RecordCursor, after: RecordCursor, values: number): boolean {
  if (before.local < before.size || after.local < after.size) return false;
  const header = before.buffer[before.start] as number;
  const longer = after.buffer[after.start] as number;
  const body = before.size - header;
  if (header >= 0x80 || longer >= 0x80 || body > after.size - longer) return false;
  let count = 0;
  for (let at = before.start + 1; at < before.start + header; at += 1) {
    if ((before.buffer[at] as number) < 0x80) count += 1;
  }
  return (
    count === values &&
    before.sameStretch(before.start + 1, after, after.start + 1, header - 1) &&
    before.sameStretch(before.start + header, after, after.start + longer, body)
  );
}

function take({ cursor, row }: Stream): void {
  if (cursor.local === cursor.size) row.read(cursor.buffer, cursor.start, cursor.size, cursor.rowid);
  else row.read(cursor.record(), 0, cursor.size, cursor.rowid);
}

/** Reads a row that has waited. */
function takeBack({ row }: Stream, { rowid, record }: WaitingRow): void {
  row.read(Buffer.from(record, 'latin1'), 0, record.length, rowid);
}

function identity(row: Row, places: readonly Place[]): string {
  let text = '';
  for (const place of places) text += row.identity(place);
  return text;
}
