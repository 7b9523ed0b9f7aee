import type { Table } from '../../../../facts/schema.ts';
import { quoteName } from '../../../../sql/quote.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import type { ColumnPair, TablePair } from '../../lineage/pairing.ts';
import type { Matches } from './row-matches.ts';
import { balanced, bare, MOST_COLUMNS_TO_SORT, same, storageClasses } from './strict-sql.ts';

/** SQLite allows a table 2,000 columns, and the copies have three of their own: side, rowid and place. */
export const MOST_COLUMNS_TO_COPY = 1997;

/**
 * Pairs rows where no key tells them apart: equal rows pair first, whatever their rowid; of the rest, those with the
 * same key (`key`) or, without one, the same rowid. Copies only the rows that have no equal row at their own rowid.
 */
export function matchByContent(connection: Connection, pair: TablePair, key: readonly ColumnPair[]): Matches {
  const equalInPlace = countEqualInPlace(connection, pair);
  collectRest(connection, pair);
  const cancelled = cancelEqualRows(connection, pair.columns.length);
  const from = pairRest(connection, keyColumns(pair, key));
  return {
    matched: equalInPlace + cancelled + connection.number(`SELECT count(*) FROM ${from}`),
    from,
    values: (_, position) => ({ before: `b.c${position}`, after: `a.c${position}` }),
  };
}

function countEqualInPlace(connection: Connection, { before, after, columns }: TablePair): number {
  const here = equalRow(before, after, columns);
  if (here === undefined) return 0;
  return connection.number(
    `SELECT count(*) FROM main.${quoteName(after.name)} AS a CROSS JOIN old.${quoteName(before.name)} AS b ON ${here}`,
  );
}

/** The condition under which `a` and `b` are equal rows with the same rowid. */
export function equalRow(before: Table, after: Table, columns: readonly ColumnPair[]): string | undefined {
  if (before.rowid === undefined || after.rowid === undefined) return undefined;
  const equal = columns.map((column) =>
    same({ before: bare('b', column.before.name), after: bare('a', column.after.name) }),
  );
  return `b.${before.rowid} = a.${after.rowid} AND ${balanced('AND', equal)}`;
}

/** temp.rest: the rows of both sides that have no equal row at their own rowid. Untyped columns keep every value as it is. */
function collectRest(connection: Connection, { before, after, columns }: TablePair): void {
  const names = columns.map((_, position) => `c${position}`);
  connection.exec('DROP TABLE IF EXISTS temp.rest; DROP TABLE IF EXISTS temp.single;');
  connection.exec(`CREATE TEMP TABLE rest (${['side', 'r', ...names].join(', ')})`);
  const here = equalRow(before, after, columns);
  const sides = [
    {
      side: 0,
      alias: 'b',
      schema: 'old',
      table: before,
      other: 'a',
      otherTable: `main.${quoteName(after.name)}`,
    },
    {
      side: 1,
      alias: 'a',
      schema: 'main',
      table: after,
      other: 'b',
      otherTable: `old.${quoteName(before.name)}`,
    },
  ] as const;
  for (const { side, alias, schema, table, other, otherTable } of sides) {
    const values = columns.map((column) => bare(alias, side === 0 ? column.before.name : column.after.name));
    const rowid = table.rowid === undefined ? 'NULL' : `${alias}.${table.rowid}`;
    const lonely =
      here === undefined ? '' : ` WHERE NOT EXISTS (SELECT 1 FROM ${otherTable} AS ${other} WHERE ${here})`;
    connection.exec(
      `INSERT INTO temp.rest SELECT ${[side, rowid, ...values].join(', ')}
       FROM ${schema}.${quoteName(table.name)} AS ${alias}${lonely}`,
    );
  }
}

/** Pairs equal rows of temp.rest, the n-th with the n-th, and leaves temp.single: the rows without an equal one. */
function cancelEqualRows(connection: Connection, columns: number): number {
  if (columns > MOST_COLUMNS_TO_SORT) {
    connection.exec('CREATE TEMP TABLE single AS SELECT * FROM temp.rest');
    return 0;
  }
  const values = Array.from({ length: columns }, (_, at) => `c${at}`);
  const content = [...storageClasses(values), ...values];
  connection.exec(
    `CREATE TEMP TABLE single AS SELECT * FROM (
       SELECT *, count(*) OVER (PARTITION BY ${[...content, 'n'].join(', ')}) AS partners FROM (
         SELECT *, row_number() OVER (PARTITION BY ${['side', ...content].join(', ')} ORDER BY r) AS n FROM temp.rest))
     WHERE partners = 1`,
  );
  const rows = connection.number('SELECT count(*) FROM temp.rest');
  return (rows - connection.number('SELECT count(*) FROM temp.single')) / 2;
}

function keyColumns({ columns }: TablePair, key: readonly ColumnPair[]): string[] {
  return key.length === 0 ? ['r'] : key.map((column) => `c${columns.indexOf(column)}`);
}

/** Pairs what is left by key or rowid, the n-th of a repeated key with the n-th. */
function pairRest(connection: Connection, key: readonly string[]): string {
  const parts = key.flatMap((column) => [column, `typeof(${column})`]).join(', ');
  connection.exec(
    `DROP TABLE IF EXISTS temp.numbered;
     CREATE TEMP TABLE numbered AS SELECT *, row_number() OVER (PARTITION BY side, ${parts} ORDER BY r) AS place
       FROM temp.single;
     CREATE INDEX temp.numbered_key ON numbered (side, ${key.join(', ')}, place);`,
  );
  const equal = key.map(
    (column) => `${same({ before: `b.${column}`, after: `a.${column}` })} AND b.${column} IS a.${column}`,
  );
  const known = key[0] === 'r' ? ' AND a.r IS NOT NULL' : '';
  return `temp.numbered AS a CROSS JOIN temp.numbered AS b
    ON a.side = 1 AND b.side = 0 AND b.place = a.place AND ${equal.join(' AND ')}${known}`;
}
