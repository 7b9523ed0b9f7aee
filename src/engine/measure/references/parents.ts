import type { Column, ForeignKey, Table } from '../../../facts/schema.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { affinityOf } from '../../sqlite/affinity.ts';
import type { Connection } from '../../sqlite/connection.ts';

export type ReferenceKey = Pick<ForeignKey, 'columns' | 'parent' | 'parentColumns'>;

/** A foreign key, declared or configured, with both of its tables. */
export interface TableReference {
  child: Table;
  key: ReferenceKey;
  parent: Table;
}

/** The keys of a parent with fewer rows stay in the page cache: looking each child up is cheaper than sorting them. */
const FEW_ROWS = 10_000;

const SORTING_CACHE = -2000;

/** A name that no table of the user's has: a temporary table hides others of its name. */
const UNKNOWN = '"preflight unknown keys"';

/**
 * Whether the children's and the parent's keys can be compared as sets of stored values. SQLite gives the parent's
 * affinity and collation to the child's value before it looks for it (sqlite.org/foreignkeys.html section 3); where
 * both columns have the same ones, that changes nothing.
 */
export function areComparable({ child, key, parent }: TableReference): boolean {
  // A primary key may be declared in another collation than its columns have, and SQLite looks into its index.
  if (isPrimaryKey(key, parent) && /collate/i.test(parent.sql)) return false;
  return key.columns.every((name, at) => {
    const own = columnOf(child, name);
    const other = columnOf(parent, key.parentColumns[at]);
    return (
      own !== undefined &&
      other !== undefined &&
      own.collate === other.collate &&
      affinityOf(own.type, child.strict) === affinityOf(other.type, parent.strict)
    );
  });
}

/**
 * Rows with a whole key that is not among the parent's, for comparable keys. The set difference reads both sides in
 * order, where PRAGMA foreign_key_check looks every row up; it is taken once, and only where it is not empty the
 * children are read again. Sorting is fastest in small runs, which stay in the processor's caches.
 */
export function countByKeys(connection: Connection, reference: TableReference): number {
  const usual = connection.number('PRAGMA cache_size');
  connection.exec(`PRAGMA cache_size=${SORTING_CACHE}`);
  try {
    return hasFewKeys(connection, reference)
      ? countByLookups(connection, reference)
      : countByDifference(connection, reference);
  } finally {
    connection.exec(`PRAGMA cache_size=${usual}`);
  }
}

function hasFewKeys(connection: Connection, { key, parent }: TableReference): boolean {
  const rows = connection.number(
    `SELECT count(*) FROM (SELECT 1 FROM ${quoteName(parent.name)} LIMIT ${FEW_ROWS})`,
  );
  return rows < FEW_ROWS && key.parentColumns.every((column) => isNeverNull(parent, column));
}

function countByLookups(connection: Connection, { child, key, parent }: TableReference): number {
  return connection.number(
    `SELECT count(*) FROM ${quoteName(child.name)} AS c WHERE ${hasKey(key)}
       AND (${list('c', key.columns)}) NOT IN (SELECT ${list('p', key.parentColumns)} FROM ${quoteName(parent.name)} AS p)`,
  );
}

/** The temporary table has the affinities of the child's columns; in the IN, the child's collations count. */
function countByDifference(connection: Connection, reference: TableReference): number {
  const { child, key } = reference;
  const names = key.columns.map((_, at) => `k${at}`);
  const order = key.columns.map((_, at) => at + 1).join(', ');
  connection.exec(`CREATE TEMP TABLE ${UNKNOWN} AS ${unknownKeys(reference, names)} ORDER BY ${order}`);
  try {
    if (connection.number(`SELECT count(*) FROM temp.${UNKNOWN}`) === 0) return 0;
    return connection.number(
      `SELECT count(*) FROM ${quoteName(child.name)} AS c WHERE (${list('c', key.columns)})
       IN (SELECT ${names.join(', ')} FROM temp.${UNKNOWN})`,
    );
  } finally {
    connection.exec(`DROP TABLE temp.${UNKNOWN}`);
  }
}

function unknownKeys({ child, key, parent }: TableReference, names: readonly string[]): string {
  const values = key.columns.map((column, at) => `c.${quoteName(column)} AS ${names[at]}`);
  return `SELECT ${values.join(', ')} FROM ${quoteName(child.name)} AS c WHERE ${hasKey(key)}
     EXCEPT SELECT ${list('p', key.parentColumns)} FROM ${quoteName(parent.name)} AS p`;
}

/** The row, as `c`, has a value in every column of the key: only then SQLite asks for a parent. */
export function hasKey({ columns }: Pick<ReferenceKey, 'columns'>): string {
  return columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
}

function list(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${quoteName(column)}`).join(', ');
}

function isPrimaryKey({ parentColumns }: ReferenceKey, { primaryKey }: Table): boolean {
  const names = primaryKey.map(foldName);
  return (
    parentColumns.length === names.length && parentColumns.every((name) => names.includes(foldName(name)))
  );
}

/** `NOT IN` a set that holds a NULL is never true. */
function isNeverNull(table: Table, name: string): boolean {
  const isRowid = table.rowidAlias !== undefined && foldName(table.rowidAlias) === foldName(name);
  return isRowid || (columnOf(table, name)?.notNull ?? false);
}

function columnOf({ columns }: Table, name: string | undefined): Column | undefined {
  return name === undefined ? undefined : columns.find((column) => foldName(column.name) === foldName(name));
}
