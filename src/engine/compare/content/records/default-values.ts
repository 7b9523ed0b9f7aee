import type { Table } from '../../../../facts/schema.ts';
import { quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import { Unproven } from '../pages/unproven.ts';
import type { StoredColumn } from './record-layout.ts';
import { FLOAT64, INT64, NULL, type StoredValue } from './records.ts';

/**
 * Gives what a column that was added later holds in a row that was written earlier, whose record lacks it. SQLite itself
 * is asked, once for each column: only it knows how to read the DEFAULT clause.
 */
export function defaultValues(
  connection: Connection,
  schema: 'main' | 'old',
  { name, rowid: rowidName }: Table,
): (column: StoredColumn, rowid: number) => StoredValue {
  const known = new Map<StoredColumn, StoredValue>();
  return (column, rowid) => {
    const value = known.get(column);
    if (value !== undefined) return value;
    if (rowidName === undefined) throw new Unproven('no way to name a row');
    const quoted = quoteName(column.name);
    const [row] = connection.rows(
      `SELECT typeof(${quoted}), iif(typeof(${quoted}) = 'text', CAST(${quoted} AS BLOB), ${quoted})
       FROM ${schema}.${quoteName(name)} WHERE ${rowidName} = ?`,
      BigInt(rowid),
    );
    if (row === undefined) throw new Unproven('no such row');
    const found = encode(String(row[0]), row[1]);
    known.set(column, found);
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
