import type { ColumnChange, TableChange } from '../../facts/changes.ts';
import type { Table } from '../../facts/schema.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import { keyedPairs } from '../compare/content/sql/keyed-rows.ts';
import { equalRow } from '../compare/content/sql/keyless-rows.ts';
import { commonKey } from '../compare/content/sql/pairing-key.ts';
import { bare, columnSums, SUMS, same, storageClasses } from '../compare/content/sql/strict-sql.ts';
import type { ColumnPair, TablePair } from '../compare/lineage/pairing.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Columns that are followed: four sums each, and SQLite allows 2,000 results. */
const MOST_COLUMNS = 400;

/** A way in which the content of a table differs, of whole rows or of one column. */
export interface ContentDifference {
  what: 'removed' | 'added' | 'nulled' | 'changed' | 'retyped';
  column?: string;
  /** What the comparison of the finished migration counted. */
  expected: number;
}

/** The differences that a table's change holds. Rows added to an empty table are none. */
export function contentDifferences({ before, added, removed, columns }: TableChange): ContentDifference[] {
  const rows: ContentDifference[] = [
    { what: 'removed', expected: removed },
    { what: 'added', expected: before === 0 ? 0 : added },
  ];
  const values = columns.slice(0, MOST_COLUMNS).flatMap((change) => {
    const { column } = change;
    return (['nulled', 'changed', 'retyped'] as const).map((what) => ({
      what,
      column,
      expected: change[what],
    }));
  });
  return [...rows, ...values].filter(({ expected }) => expected > 0);
}

/** What is compared between two statements: a table of `main`, and its rows of *before* under the name `reference`. */
export interface MeasuredTable {
  reference: string;
  /** `columns` are those that the comparison of the finished migration used, under their current names. */
  pair: TablePair;
  change: TableChange;
}

/** The rows of a table between two statements, and how they differ from *before*. */
export interface DifferenceCounts extends Pick<TableChange, 'removed' | 'added'> {
  rows: number;
  /** By folded name in *before*: as in `ColumnChange`. */
  columns: Map<string, Omit<ColumnChange, 'column'>>;
}

/**
 * Counts the differences by the comparison's own pairing, with SELECTs alone: a plan may ask for changes() or
 * last_insert_rowid(), and a temporary table could have the name of one of its own.
 */
export function countDifferences(
  connection: Connection,
  table: MeasuredTable,
  followed: readonly ColumnPair[],
): DifferenceCounts {
  const { pair, change } = table;
  const key = change.pairedBy && commonKey(pair);
  const sql = key === undefined ? contentSql(table, followed) : keyedSql(table, key, followed);
  const [row = []] = connection.rows(sql);
  const [rows = 0, before = 0, after = 0, pairs = 0, ...sums] = row.map(Number);
  const columns = followed.map((column, at) => {
    const [filled = 0, changed = 0, nulled = 0, retyped = 0] = sums.slice(at * SUMS, at * SUMS + SUMS);
    return [foldName(column.before.name), { filled, changed, nulled, retyped }] as const;
  });
  return { rows, removed: before - pairs, added: after - pairs, columns: new Map(columns) };
}

function keyedSql(
  { pair, reference }: MeasuredTable,
  key: readonly ColumnPair[],
  followed: readonly ColumnPair[],
): string {
  const table = mainTable(pair.after);
  const sums = followed.map(({ before, after }) =>
    columnSums({ before: bare('b', before.name), after: bare('a', after.name) }),
  );
  const rows = `(SELECT count(*) FROM ${table})`;
  return `SELECT ${[rows, `(SELECT count(*) FROM ${reference})`, rows, 'count(*)', ...sums].join(', ')}
    FROM ${keyedPairs(table, reference, key)}`;
}

/** Equal rows pair first; of the rest, the n-th with the n-th of the same key, or of the same rowid. */
function contentSql({ pair, reference }: MeasuredTable, followed: readonly ColumnPair[]): string {
  const { before, after, columns } = pair;
  const names = columns.map((_, at) => `c${at}`);
  const content = [...storageClasses(names), ...names];
  const key = (commonKey(pair) ?? []).map((column) => `c${columns.indexOf(column)}`);
  const place = key.length === 0 ? ['r'] : key;
  // The plain IS lets SQLite look the partner up; a missing rowid pairs with nothing.
  const equal = place.map(
    (column) =>
      `${same({ before: `b.${column}`, after: `a.${column}` })} AND b.${column} ${column === 'r' ? '=' : 'IS'} a.${column}`,
  );
  const sums = followed.map((column) => {
    const name = `c${columns.indexOf(column)}`;
    return columnSums({ before: `b.${name}`, after: `a.${name}` });
  });
  const counts = [mainTable(after), 'left_before', 'left_after'].map(
    (from) => `(SELECT count(*) FROM ${from})`,
  );
  counts.push('count(*)', ...sums);
  return `WITH
    rest(side, r, ${names.join(', ')}) AS MATERIALIZED (${[
      restOf('b', reference, before, mainTable(after), pair),
      restOf('a', mainTable(after), after, reference, pair),
    ].join(' UNION ALL ')}),
    numbered AS (SELECT *, row_number() OVER (PARTITION BY ${['side', ...content].join(', ')} ORDER BY r) AS n FROM rest),
    single AS (SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY ${[...content, 'n'].join(', ')}) AS partners
      FROM numbered) WHERE partners = 1),
    placed AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY
      ${['side', ...place.flatMap((column) => [column, `typeof(${column})`])].join(', ')} ORDER BY r) AS place FROM single),
    left_before AS MATERIALIZED (SELECT * FROM placed WHERE side = 0),
    left_after AS MATERIALIZED (SELECT * FROM placed WHERE side = 1)
  SELECT ${counts.join(', ')} FROM left_after AS a JOIN left_before AS b ON b.place = a.place AND ${equal.join(' AND ')}`;
}

/** The rows of one side that have no equal row at their own rowid on the other. */
function restOf(alias: 'a' | 'b', from: string, table: Table, other: string, pair: TablePair): string {
  const side = alias === 'b' ? 0 : 1;
  const values = pair.columns.map(({ before, after }) => bare(alias, (side === 0 ? before : after).name));
  const here = equalRow(pair.before, pair.after, pair.columns);
  const lonely =
    here === undefined
      ? ''
      : ` WHERE NOT EXISTS (SELECT 1 FROM ${other} AS ${side === 0 ? 'a' : 'b'} WHERE ${here})`;
  const rowid = table.rowid === undefined ? 'NULL' : `${alias}.${table.rowid}`;
  return `SELECT ${[side, rowid, ...values].join(', ')} FROM ${from} AS ${alias}${lonely}`;
}

function mainTable({ name }: Table): string {
  return `main.${quoteName(name)}`;
}
