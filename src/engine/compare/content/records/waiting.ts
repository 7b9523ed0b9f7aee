import { Unproven } from '../pages/unproven.ts';

/** The side that a row is on. */
export type RowSide = 'before' | 'after';

/** A row that has found no partner yet. */
export interface WaitingRow {
  rowid: number;
  /** One character for each byte: a string takes less memory than a Buffer, and the garbage collector counts it. */
  record: string;
  next?: WaitingRow;
}

interface Queue {
  first: WaitingRow;
  last: WaitingRow;
}

/** Memory for rows that wait; more of them is a case for SQL, which sorts on disk. */
const MOST_BYTES = 6 * 1024 * 1024;
/** Bytes that a waiting row costs in addition to its record and its name. */
const OVERHEAD = 300;

/**
 * Rows of either side that wait for a partner of the same name; the first that came is the first to go. Where too many
 * wait on one side and none on the other, they are forgotten: they are needed only if the other side asks for a partner
 * later, and then the proof ends.
 */
export class WaitingRows {
  readonly #queues: Record<RowSide, Map<string, Queue>> = { before: new Map(), after: new Map() };
  #bytes = 0;
  #forgotten: RowSide | undefined;
  readonly #most: number;

  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  /** The row of `side` that has waited longest under `name`. */
  take(side: RowSide, name: string): WaitingRow | undefined {
    if (side === this.#forgotten) throw new Unproven('too many rows without a partner');
    const queue = this.#queues[side].get(name);
    if (queue === undefined) return undefined;
    const { first } = queue;
    if (first.next === undefined) this.#queues[side].delete(name);
    else queue.first = first.next;
    this.#bytes -= costOf(name, first.record);
    return first;
  }

  put(side: RowSide, name: string, rowid: number, record: string): void {
    if (side === this.#forgotten) return;
    this.#bytes += costOf(name, record);
    if (this.#bytes > this.#most) {
      this.#forget(side);
      return;
    }
    const row: WaitingRow = { rowid, record };
    const queue = this.#queues[side].get(name);
    if (queue === undefined) {
      this.#queues[side].set(name, { first: row, last: row });
    } else {
      queue.last.next = row;
      queue.last = row;
    }
  }

  #forget(side: RowSide): void {
    const other = side === 'before' ? 'after' : 'before';
    if (this.#queues[other].size > 0) throw new Unproven('too many rows without a partner');
    this.#queues[side].clear();
    this.#forgotten = side;
  }

  /** Rows still waiting whose name begins with `prefix`, in the order of their rowids. */
  rest(side: RowSide, prefix: string): WaitingRow[] {
    const rows: WaitingRow[] = [];
    for (const [name, { first }] of this.#queues[side]) {
      if (!name.startsWith(prefix)) continue;
      for (let row: WaitingRow | undefined = first; row !== undefined; row = row.next) rows.push(row);
    }
    return rows.sort((a, b) => a.rowid - b.rowid);
  }
}

function costOf(name: string, record: string): number {
  return name.length + record.length + OVERHEAD;
}
