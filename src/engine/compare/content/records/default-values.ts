import type { Table } from '../../../../facts/schema.ts';
import { quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import { Unproven } from '../pages/unproven.ts';
import type { Place } from './record-shape.ts';
import { FLOAT64, INT64, NULL, type StoredValue } from './records.ts';

/**
 * What a column that was added later holds in a row written before. SQLite itself is asked, once for each column, of a
 * row whose record is that short: the DEFAULT clause would have to be read as SQLite reads it.
 */
export function defaultValues(
  connection: Connection,
  schema: 'main' | 'old',
  { name, rowid: rowidName }: Table,
): (place: Place, rowid: number) => StoredValue {
  const known = new Map<Place, StoredValue>();
  return (place, rowid) => {
    const value = known.get(place);
    if (value !== undefined) return value;
    if (rowidName === undefined) throw new Unproven('no way to name a row');
    const column = quoteName(place.name);
    const [row] = connection.rows(
      `SELECT typeof(${column}), iif(typeof(${column}) = 'text', CAST(${column} AS BLOB), ${column})
       FROM ${schema}.${quoteName(name)} WHERE ${rowidName} = ?`,
      BigInt(rowid),
    );
    if (row === undefined) throw new Unproven('no such row');
    const found = encode(String(row[0]), row[1]);
    known.set(place, found);
    return found;
  };
}

function encode(kind: string, value: unknown): StoredValue {
  const bytes = Buffer.alloc(8);
  if (typeof value === 'bigint') {
    bytes.writeBigInt64BE(value);
    return { type: INT64, bytes };
  }
  if (typeof value === 'number') {
    bytes.writeDoubleBE(value);
    return { type: FLOAT64, bytes };
  }
  if (Buffer.isBuffer(value)) return { type: value.length * 2 + (kind === 'text' ? 13 : 12), bytes: value };
  return { type: NULL, bytes };
}
