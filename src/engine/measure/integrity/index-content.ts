import { quoteName } from '../../../sql/quote.ts';
import type { Connection } from '../../sqlite/connection.ts';

interface IndexPart {
  index_name: string;
  is_unique: number;
  partial: number;
  cid: number;
  name: string | null;
  desc: number;
  coll: string;
}

interface PlainIndex {
  name: string;
  unique: boolean;
  columns: { name: string; descending: boolean }[];
}

/**
 * Whether each index of a table holds an entry for each of its rows and no other, in order, and a unique one no key
 * twice. That is what PRAGMA integrity_check finds out by looking each row up in each index; here the rows, sorted, are
 * merged with the index as it lies. `undefined` where a column is computed or compared otherwise than by its bytes.
 */
export function areIndexesSound(connection: Connection, table: string): boolean | undefined {
  const rowid = freeRowid(connection, table);
  const indexes = plainIndexes(connection, table);
  if (rowid === undefined || indexes === undefined) return undefined;
  const rows = connection.number(`SELECT count(*) FROM ${quoteName(table)} NOT INDEXED`);
  for (const index of indexes) {
    const missing = missingEntries(table, index, rowid);
    if (!readsIndexInOrder(connection, missing)) return undefined;
    // count(*) alone is answered by whichever index is smallest, INDEXED BY or not.
    const entries = connection.number(
      `SELECT count(1) FROM ${quoteName(table)} INDEXED BY ${quoteName(index.name)}`,
    );
    // As many entries as rows, and none missing: then there is no other entry, and none out of order.
    if (entries !== rows || connection.number(missing) > 0) return false;
    if (index.unique && connection.number(doubles(table, index)) > 0) return false;
  }
  return true;
}

/** A name of the rowid, where the table has one and stores all its columns. */
function freeRowid(connection: Connection, table: string): string | undefined {
  const [kind] = connection.objects<{ wr: number; type: string }>(
    "SELECT wr, type FROM pragma_table_list WHERE schema = 'main' AND name = ?",
    table,
  );
  const columns = connection.objects<{ name: string; hidden: number }>(
    'SELECT name, hidden FROM pragma_table_xinfo(?)',
    table,
  );
  if (kind?.wr !== 0 || columns.some(({ hidden }) => hidden !== 0)) return undefined;
  return ['rowid', '_rowid_', 'oid'].find((own) => columns.every(({ name }) => name.toLowerCase() !== own));
}

function plainIndexes(connection: Connection, table: string): PlainIndex[] | undefined {
  const parts = connection.objects<IndexPart>(
    `SELECT list.name AS index_name, list."unique" AS is_unique, list.partial, part.cid, part.name, part.desc, part.coll
     FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name) AS part
     WHERE part.key ORDER BY list.seq, part.seqno`,
    table,
  );
  if (parts.some(({ partial, cid, coll }) => partial || cid < 0 || coll.toUpperCase() !== 'BINARY')) {
    return undefined;
  }
  return [...Map.groupBy(parts, (part) => part.index_name)].map(([name, own]) => ({
    name,
    unique: own[0]?.is_unique === 1,
    columns: own.map((part) => ({ name: part.name ?? '', descending: part.desc === 1 })),
  }));
}

/** Counts up to one row that has no entry. A merge of two sorted sides misses an entry that is out of order, too. */
function missingEntries(table: string, { name, columns }: PlainIndex, rowid: string): string {
  const values = [...columns.map((column) => quoteName(column.name)), rowid].join(', ');
  const order = columns.map(({ descending }, at) => `${at + 1}${descending ? ' DESC' : ''}`);
  return `SELECT count(*) FROM (SELECT ${values} FROM ${quoteName(table)} NOT INDEXED
    EXCEPT SELECT ${values} FROM ${quoteName(table)} INDEXED BY ${quoteName(name)}
    ORDER BY ${[...order, columns.length + 1].join(', ')} LIMIT 1)`;
}

function doubles(table: string, { name, columns }: PlainIndex): string {
  const names = columns.map((column) => quoteName(column.name));
  return `SELECT count(*) FROM (SELECT 1 FROM ${quoteName(table)} INDEXED BY ${quoteName(name)}
    WHERE ${names.map((column) => `${column} IS NOT NULL`).join(' AND ')}
    GROUP BY ${names.join(', ')} HAVING count(*) > 1 LIMIT 1)`;
}

/**
 * The right side of the merge is the index itself, unsorted. SQLite would read the table's columns beside it where the
 * index alone does not do (sqlite.org/eqp.html).
 */
function readsIndexInOrder(connection: Connection, sql: string): boolean {
  const plan = connection
    .objects<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .map(({ detail }) => detail);
  const right = plan.slice(plan.indexOf('RIGHT'));
  return (
    plan.includes('RIGHT') &&
    right.some((step) => step.includes('USING COVERING INDEX')) &&
    !right.some((step) => step.includes('TEMP B-TREE'))
  );
}
