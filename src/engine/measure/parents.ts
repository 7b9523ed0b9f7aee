import type { Column, ForeignKey, Table } from '../../facts/schema.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import { affinityOf } from '../sqlite/affinity.ts';
import type { Connection } from '../sqlite/connection.ts';

export type Key = Pick<ForeignKey, 'columns' | 'parent' | 'parentColumns'>;

/** The keys of a parent with fewer rows stay in the page cache: looking each child up is cheaper than sorting them. */
const FEW_ROWS = 10_000;

/**
 * Whether the children's and the parent's keys can be compared as sets of stored values. SQLite gives the parent's
 * affinity and collation to the child's value before it looks for it (sqlite.org/foreignkeys.html section 3); where
 * both columns have the same ones, that changes nothing.
 */
export function areComparable(child: Table, key: Key, parent: Table): boolean {
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
 * Rows with a whole key that is not among the parent's, for comparable keys. The set difference alone tells that there
 * is none; it reads both sides in order, where PRAGMA foreign_key_check looks every row up.
 */
export function countByKeys(connection: Connection, child: Table, key: Key, parent: Table): number {
  if (!hasUnknownKeys(connection, child, key, parent)) return 0;
  return connection.number(
    `SELECT count(*) FROM ${quoteName(child.name)} AS c WHERE (${list('c', key.columns)})
     IN (${unknownKeys(child, key, parent)})`,
  );
}

function hasUnknownKeys(connection: Connection, child: Table, key: Key, parent: Table): boolean {
  const table = quoteName(parent.name);
  const rows = connection.number(`SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT ${FEW_ROWS})`);
  const unknown =
    rows < FEW_ROWS && key.parentColumns.every((column) => isNeverNull(parent, column))
      ? `SELECT 1 FROM ${quoteName(child.name)} AS c WHERE ${hasKey(key)}
         AND (${list('c', key.columns)}) NOT IN (SELECT ${list('p', key.parentColumns)} FROM ${table} AS p)`
      : `${unknownKeys(child, key, parent)} ORDER BY ${key.columns.map((_, at) => at + 1).join(', ')}`;
  return connection.number(`SELECT count(*) FROM (${unknown} LIMIT 1)`) > 0;
}

function unknownKeys(child: Table, key: Key, parent: Table): string {
  return `SELECT ${list('c', key.columns)} FROM ${quoteName(child.name)} AS c WHERE ${hasKey(key)}
     EXCEPT SELECT ${list('p', key.parentColumns)} FROM ${quoteName(parent.name)} AS p`;
}

/** The row, as `c`, has a value in every column of the key: only then SQLite asks for a parent. */
export function hasKey({ columns }: Pick<Key, 'columns'>): string {
  return columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
}

function list(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${quoteName(column)}`).join(', ');
}

function isPrimaryKey({ parentColumns }: Key, { primaryKey }: Table): boolean {
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
