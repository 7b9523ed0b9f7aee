import type { SampleRow, Samples } from '../../facts/samples.ts';
import type { Table } from '../../facts/schema.ts';
import { quoteName } from '../../sql/quote.ts';
import { attemptRead } from '../sqlite/attempt.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Rows of one finding. */
const MOST_ROWS = 5;
const MOST_COLUMNS = 20;
/** Characters of a text, and bytes of a blob. */
const LONGEST_TEXT = 80;
const LONGEST_BLOB = 16;
/** Bytes that hold so many characters, and one more, in every encoding. */
const TEXT_BYTES = (LONGEST_TEXT + 1) * 4;

/** Which rows, and what to show of them: expressions over the aliases of `from`. */
export interface SampleQuery {
  /** FROM clause, with its WHERE. */
  from: string;
  key: { column: string; sql: string }[];
  values: {
    column: string;
    before?: string;
    after?: string;
    /** A condition: whether the row shows this value. */
    when?: string;
  }[];
}

/** The key of a table's row: its primary key, else its rowid where a name reaches it. */
export function keyOf({ primaryKey, rowid }: Table, alias: string): SampleQuery['key'] {
  if (primaryKey.length > 0) {
    return primaryKey.map((column) => ({ column, sql: `${alias}.${quoteName(column)}` }));
  }
  return rowid === undefined ? [] : [{ column: 'rowid', sql: `${alias}.${rowid}` }];
}

/**
 * Some rows, as far as the user allows. This is the only place where values leave the engine, because the user asks for
 * them. `undefined` where none are asked for, or where they cannot be read.
 */
export function sampleRows(
  { connection, samples }: { connection: Connection; samples: Samples },
  { from, key, values }: SampleQuery,
): SampleRow[] | undefined {
  if (samples === 'none') return undefined;
  const shown =
    samples === 'values' ? values.filter((value) => isNews(value, key)).slice(0, MOST_COLUMNS) : [];
  const expressions = [...key.flatMap(({ sql }) => cell(sql)), ...shown.flatMap(sides)];
  if (expressions.length === 0) return undefined;
  const decoder = new TextDecoder(connection.text('PRAGMA encoding'), { ignoreBOM: true });
  const format = (cells: unknown[]) => formatValue(cells, (bytes) => decoder.decode(bytes));
  return attemptRead([], { check: 'content' }, () =>
    connection
      .rows(`SELECT ${expressions.join(', ')} FROM ${from} LIMIT ${MOST_ROWS}`)
      .map((row) => sampleRow(row, key, shown, format)),
  );
}

type Value = SampleQuery['values'][number];

/** A value of the key is shown once more only where both sides of it are known: it may have changed. */
function isNews({ column, before, after }: Value, key: SampleQuery['key']): boolean {
  return key.every((part) => part.column !== column) || (before !== undefined && after !== undefined);
}

/** Result columns of one cell, and of both sides of a value. */
const CELL = 3;
const SIDES = 1 + 2 * CELL;

function sides({ before = 'NULL', after = 'NULL', when = '1' }: Value): string[] {
  return [when, ...cell(before), ...cell(after)];
}

function sampleRow(
  row: unknown[],
  key: SampleQuery['key'],
  shown: readonly Value[],
  format: (cells: unknown[]) => string,
): SampleRow {
  const at = (place: number) => format(row.slice(place, place + CELL));
  const values = shown.flatMap(({ column, before, after }, position) => {
    const place = key.length * CELL + position * SIDES;
    if (!row[place]) return [];
    const left = before === undefined ? {} : { before: at(place + 1) };
    return [{ column, ...left, ...(after !== undefined && { after: at(place + 1 + CELL) }) }];
  });
  return {
    key: key.map(({ column }, position) => ({ column, value: at(position * CELL) })),
    ...(values.length > 0 && { values }),
  };
}

/** Storage class, beginning and length in bytes. Text comes as bytes: it may hold NUL, or be no valid text at all. */
function cell(sql: string): string[] {
  const start = `CASE typeof(${sql}) WHEN 'text' THEN substr(CAST(${sql} AS BLOB), 1, ${TEXT_BYTES})
    WHEN 'blob' THEN substr(${sql}, 1, ${LONGEST_BLOB}) ELSE ${sql} END`;
  return [`typeof(${sql})`, start, `length(CAST(${sql} AS BLOB))`];
}

/** A value as SQL would write it: an integer in all its digits, a text in quotes, a blob as its beginning and length. */
function formatValue([type, value, bytes]: unknown[], decode: (bytes: Buffer) => string): string {
  switch (type) {
    case 'text': {
      const characters = [...decode(bytesOf(value))];
      const cut = characters.length > LONGEST_TEXT;
      const text = characters.slice(0, LONGEST_TEXT).join('').replaceAll("'", "''");
      return `'${text}${cut ? '…' : ''}'`;
    }
    case 'blob': {
      const cut = Number(bytes) > LONGEST_BLOB;
      return `x'${bytesOf(value).toString('hex')}${cut ? '…' : ''}' (${Number(bytes)} bytes)`;
    }
    case 'null':
      return 'NULL';
    case 'real':
      return Number.isInteger(value) ? `${value}.0` : String(value);
    default:
      return String(value);
  }
}

/** substr() of an empty blob is NULL. */
function bytesOf(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}
