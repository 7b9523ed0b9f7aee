import type { ColumnChange } from '../../../../facts/changes.ts';
import type { StoredColumn } from './record-layout.ts';
import { CHANGED, compareValues, FILLED, NULLED, RETYPED, type Row, SAME, TEXT } from './records.ts';

/** Counts what became of the values of rows that belong together, column by column. */
export class ValueDifferences {
  /** Pairs with a value that differs. */
  changed = 0;
  readonly #before: readonly StoredColumn[];
  readonly #after: readonly StoredColumn[];
  readonly #outcomes: Uint8Array;
  /** Per column: a count for each outcome, and two for what became of JSON. */
  readonly #counts: Float64Array;
  readonly #decode: (bytes: Buffer) => string;

  constructor(
    before: readonly StoredColumn[],
    after: readonly StoredColumn[],
    decode: (bytes: Buffer) => string,
  ) {
    this.#before = before;
    this.#after = after;
    this.#outcomes = new Uint8Array(before.length);
    this.#counts = new Float64Array(before.length * WIDTH);
    this.#decode = decode;
  }

  /** Whether any value differs; `count` then counts what was found. */
  differ(before: Row, after: Row): boolean {
    let any = false;
    for (let column = 0; column < this.#outcomes.length; column += 1) {
      const from = this.#before[column] as StoredColumn;
      const outcome = compareValues(before, from, after, this.#after[column] as StoredColumn);
      this.#outcomes[column] = outcome;
      if (outcome !== SAME) any = true;
    }
    return any;
  }

  /** Counts the pair that `differ` was asked about last. */
  count(before: Row, after: Row): void {
    this.changed += 1;
    for (let column = 0; column < this.#outcomes.length; column += 1) {
      const outcome = this.#outcomes[column] as number;
      if (outcome === SAME) continue;
      this.#add(column, outcome);
      const json = outcome === CHANGED ? this.#jsonOutcome(before, after, column) : undefined;
      if (json !== undefined) this.#add(column, json);
    }
  }

  /** The columns with a difference, under the names of *after*. */
  columns(): ColumnChange[] {
    return this.#after.flatMap(({ name }, column) => {
      const of = (outcome: number) => this.#counts[column * WIDTH + outcome] as number;
      const change = { filled: of(FILLED), changed: of(CHANGED), nulled: of(NULLED), retyped: of(RETYPED) };
      if (Object.values(change).every((count) => count === 0)) return [];
      const [jsonBroken, jsonStringified] = [of(JSON_BROKEN), of(JSON_STRINGIFIED)];
      const json = { ...(jsonBroken > 0 && { jsonBroken }), ...(jsonStringified > 0 && { jsonStringified }) };
      return [{ column: name, ...change, ...json }];
    });
  }

  #add(column: number, outcome: number): void {
    const at = column * WIDTH + outcome;
    this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  /** What became of a JSON object or array that is another text now. */
  #jsonOutcome(before: Row, after: Row, column: number): number | undefined {
    const from = this.#before[column] as StoredColumn;
    if (before.classOf(from) !== TEXT) return undefined;
    if (!isContainer(parseJson(this.#decode(before.bytes(from.at))))) return undefined;
    const json = parseJson(this.#decode(after.bytes((this.#after[column] as StoredColumn).at)));
    if (json === undefined) return JSON_BROKEN;
    return typeof json === 'string' && isContainer(parseJson(json)) ? JSON_STRINGIFIED : undefined;
  }
}

const JSON_BROKEN = 5;
const JSON_STRINGIFIED = 6;
const WIDTH = 7;

function isContainer(json: unknown): boolean {
  return typeof json === 'object' && json !== null;
}

/** `undefined` for text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** How texts of a file are read: its header names the encoding (sqlite.org/fileformat2.html, section 1.3.13). */
export function decoder(encoding: number): (bytes: Buffer) => string {
  if (encoding === 2) return (bytes) => bytes.toString('utf16le');
  if (encoding === 3)
    return (bytes) =>
      Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
  return (bytes) => bytes.toString('utf8');
}
