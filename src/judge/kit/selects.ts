import type { Duplicates, ObjectChange, TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { Orphans } from '../../facts/health.ts';
import type { Table } from '../../facts/schema.ts';
import { quoteName, sameName } from '../../sql/quote.ts';
import { columnBefore, nameBefore, tablesNamed } from './view.ts';

/**
 * The SELECTs that list the rows which a finding is about, for the reader to run in the migrated database. What is gone
 * is read from the snapshot, attached as `before`. Values compare as in the comparison: storage class, then bytes.
 * Column names stand with their table: alone in double quotes, SQLite may take one that does not exist for a text
 * (sqlite.org/quirks.html section 8).
 */

/** A finding may concern 2,000 columns. So many are shown on both sides, and so many decide which rows are listed. */
const MOST_SHOWN = 10;
const MOST_COMPARED = 100;

interface ColumnNames {
  before: string;
  after: string;
}

/** Rows of *before* that are gone: without their key, or in a table without a key without an equal row. */
export function selectRemoved(facts: DatabaseFacts, change: TableChange): string | undefined {
  const { table, pairedBy } = change;
  if (pairedBy === undefined) return selectUnequal(facts, table);
  const former = `before.${quoteName(nameBefore(facts, table))}`;
  return `SELECT b.* FROM ${former} AS b WHERE ${conditionOfRemoved(facts, { table, pairedBy })};`;
}

/** The condition on a row of *before*, as `b`, that it is gone; of a table with a key. */
export function conditionOfRemoved(
  facts: DatabaseFacts,
  { table, pairedBy = [] }: Pick<TableChange, 'table' | 'pairedBy'>,
): string {
  const key = keyCondition(facts, table, pairedBy);
  return `NOT EXISTS (SELECT 1 FROM main.${quoteName(table)} AS a WHERE ${key})`;
}

/** Rows of which a value of one of the columns is now NULL, of another storage class, another one, or broken JSON. */
export function selectDiffering(
  facts: DatabaseFacts,
  { table, pairedBy }: TableChange,
  kind: keyof typeof CONDITIONS,
  columns: readonly string[],
): string | undefined {
  const key = pairedBy ?? sharedKey(facts, table);
  if (key.length === 0) return selectUnequal(facts, table);
  const names = columns
    .slice(0, MOST_COMPARED)
    .map((column) => ({ before: columnBefore(facts, table, column), after: column }));
  const differences = names.map(({ before, after }) =>
    CONDITIONS[kind](`a.${quoteName(after)}`, `b.${quoteName(before)}`),
  );
  const where = differences.length > 1 ? differences.map((one) => `(${one})`) : differences;
  const shown = names
    .slice(0, MOST_SHOWN)
    .flatMap(({ before, after }) => [
      `b.${quoteName(before)} AS ${quoteName(`${after} before`)}`,
      `a.${quoteName(after)} AS ${quoteName(`${after} after`)}`,
    ]);
  const former = quoteName(nameBefore(facts, table));
  return `SELECT ${[...key.map((column) => `b.${quoteName(column)}`), ...shown].join(', ')}
FROM main.${quoteName(table)} AS a JOIN before.${former} AS b ON ${keyCondition(facts, table, key)}
WHERE ${where.join(' OR ')};`;
}

const CONDITIONS = {
  nulled: (now: string, then: string) => `${now} IS NULL AND ${then} IS NOT NULL`,
  retyped: (now: string, then: string) =>
    `typeof(${now}) <> typeof(${then}) AND ${now} IS NOT NULL AND ${then} IS NOT NULL`,
  changed: (now: string, then: string) =>
    `typeof(${now}) = typeof(${then}) AND ${now} COLLATE BINARY IS NOT ${then}`,
  // As the comparison counts it; json_type() would throw on what never was JSON.
  jsonBroken: (now: string, then: string) =>
    `typeof(${now}) = 'text' AND NOT json_valid(${now}) AND ${isJsonContainer(then)}`,
  jsonStringified: (now: string, then: string) =>
    `${isJsonContainer(then)} AND CASE WHEN typeof(${now}) = 'text' AND json_valid(${now}) AND ${first(now)} = '"' THEN ${isJsonContainer(`json_extract(${now}, '$')`)} ELSE 0 END`,
};

function isJsonContainer(value: string): string {
  return `typeof(${value}) = 'text' AND json_valid(${value}) AND ${first(value)} IN ('{', '[')`;
}

/** The first character of a JSON text. */
function first(value: string): string {
  return `substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1)`;
}

/** All rows of a table that is gone. */
export function selectDropped(table: string): string {
  return `SELECT * FROM before.${quoteName(table)};`;
}

/** The values of a column that is gone. */
export function selectDroppedColumn(facts: DatabaseFacts, { name, table = '' }: ObjectChange): string {
  const former = nameBefore(facts, table);
  const key = tableOf(facts, 'before', former)?.primaryKey ?? [];
  const shown = [...key.filter((column) => !sameName(column, name)), name];
  return `SELECT ${shown.map((column) => `b.${quoteName(column)}`).join(', ')} FROM before.${quoteName(former)} AS b WHERE b.${quoteName(name)} IS NOT NULL;`;
}

/** Rows whose key has a value in every column and no parent; `side`: where they are read, in *after* or a lone database. */
export function selectOrphans(
  { table, columns, parent, parentColumns }: Omit<Orphans, 'rows'>,
  side: '' | 'before.' = '',
): string {
  const match = columns.map(
    // The plus lets the parent's affinity decide, as when SQLite enforces the key.
    (column, at) => `p.${quoteName(parentColumns[at] ?? '')} = +c.${quoteName(column)}`,
  );
  const parents = `SELECT 1 FROM ${side}${quoteName(parent)} AS p WHERE ${match.join(' AND ')}`;
  return `SELECT c.* FROM ${side}${quoteName(table)} AS c WHERE ${hasKey(columns)} AND NOT EXISTS (${parents});`;
}

/** Rows that refer to something: their key has a value in every column. */
export function selectReferring({ table, columns }: Pick<Orphans, 'table' | 'columns'>): string {
  return `SELECT c.* FROM ${quoteName(table)} AS c WHERE ${hasKey(columns)};`;
}

function hasKey(columns: readonly string[]): string {
  return columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
}

/** Rows without a value, but for those that had none in one of the columns of each list of `sources`. */
export function selectNulls(table: string, column: string, sources: readonly string[][] = []): string {
  const owner = quoteName(table);
  const demanded = sources.map((names) =>
    names.map((name) => `ifnull(${owner}.${quoteName(name)}, '') IS NOT ''`).join(' AND '),
  );
  const where = demanded.length === 0 ? '' : ` AND (${demanded.join(' OR ')})`;
  return `SELECT * FROM ${owner} WHERE ${owner}.${quoteName(column)} IS NULL${where};`;
}

/**
 * Rows that were added and equal another one in `columns`: each but the first where no older row is equal. Without a key
 * nothing tells which were added: each beyond the first, and beyond those of *before*.
 */
export function selectSurplus(
  facts: DatabaseFacts,
  { table, pairedBy }: TableChange,
  { columns, otherKeys }: Duplicates,
): string | undefined {
  if (pairedBy !== undefined && !otherKeys) return selectAddedTwins(facts, { table, pairedBy }, columns);
  const shared = sharedColumns(facts, table).filter(({ after }) =>
    columns.some((name) => sameName(name, after)),
  );
  if (shared.length === 0) return undefined;
  const after = sideOf(facts, table, 'a', shared);
  const first = `SELECT ${[...after.values, after.classes, '1'].join(', ')} FROM ${after.from}`;
  return [numbered(after), numbered(sideOf(facts, table, 'b', shared)), `${first};`].join('\nEXCEPT\n');
}

function selectAddedTwins(
  facts: DatabaseFacts,
  { table, pairedBy = [] }: Pick<TableChange, 'table' | 'pairedBy'>,
  columns: readonly string[],
): string {
  const former = `before.${quoteName(nameBefore(facts, table))}`;
  const values = columns.map((column) => `a.${quoteName(column)} COLLATE BINARY`);
  const classes = values.map((value) => `typeof(${value})`).join(` || ' ' || `);
  const isNew = `NOT EXISTS (SELECT 1 FROM ${former} AS b WHERE ${keyCondition(facts, table, pairedBy)})`;
  const [fresh, copy] = ['is new', 'copy'].map((name) =>
    quoteName(unlike(name, tableOf(facts, 'after', table))),
  );
  return `SELECT * FROM (
  SELECT a.*, ${isNew} AS ${fresh},
    row_number() OVER (PARTITION BY ${[...values, classes].join(', ')} ORDER BY ${isNew}) AS ${copy}
  FROM main.${quoteName(table)} AS a)
WHERE ${fresh} AND ${copy} > 1;`;
}

/** A name that no column of the table has: of two that are called alike, SQLite takes the first. */
function unlike(name: string, table: Table | undefined): string {
  return table?.columns.some((column) => sameName(column.name, name)) ? unlike(`${name} `, table) : name;
}

/** Rows of *before* without an equal row in *after*, the n-th of several equal ones without an n-th. */
function selectUnequal(facts: DatabaseFacts, table: string): string | undefined {
  const columns = sharedColumns(facts, table);
  if (columns.length === 0) return undefined;
  const side = (alias: 'a' | 'b') => numbered(sideOf(facts, table, alias, columns));
  return `${side('b')}\nEXCEPT\n${side('a')};`;
}

interface QuerySide {
  from: string;
  /** What the columns are called in the result. */
  names: string[];
  values: string[];
  classes: string;
}

function sideOf(
  facts: DatabaseFacts,
  table: string,
  alias: 'a' | 'b',
  columns: readonly ColumnNames[],
): QuerySide {
  const owner = alias === 'b' ? `before.${quoteName(nameBefore(facts, table))}` : `main.${quoteName(table)}`;
  const names = columns.map(({ before, after }) => quoteName(alias === 'b' ? before : after));
  const values = names.map((name) => `${alias}.${name} COLLATE BINARY`);
  const classes = values.map((value) => `typeof(${value})`).join(` || ' ' || `);
  return { from: `${owner} AS ${alias}`, names, values, classes };
}

/** Every row, and which of several equal ones it is. */
function numbered({ from, names, values, classes }: QuerySide): string {
  const named = values.map((value, at) => `${value} AS ${names[at]}`);
  const copy = `row_number() OVER (PARTITION BY ${[...values, classes].join(', ')})`;
  return `SELECT ${[...named, `${classes} AS "storage classes"`, `${copy} AS "copy"`].join(', ')} FROM ${from}`;
}

function keyCondition(facts: DatabaseFacts, table: string, key: readonly string[]): string {
  const columns = sharedColumns(facts, table);
  const conditions = key.map((before) => {
    const after = columns.find((column) => sameName(column.before, before))?.after ?? before;
    const [now, then] = [`a.${quoteName(after)}`, `b.${quoteName(before)}`];
    // The rowid is an integer, always.
    if (isRowid(facts, 'after', table, after) && isRowid(facts, 'before', nameBefore(facts, table), before))
      return `${now} = ${then}`;
    const value = asBefore(
      now,
      typeOf(facts, 'after', table, after),
      typeOf(facts, 'before', nameBefore(facts, table), before),
    );
    return `typeof(${value}) = typeof(${then}) AND ${value} COLLATE BINARY IS ${then}`;
  });
  return conditions.join(' AND ');
}

function typeOf(facts: DatabaseFacts, side: 'before' | 'after', table: string, column: string): string {
  return tableOf(facts, side, table)?.columns.find(({ name }) => sameName(name, column))?.type ?? '';
}

/** A key as *before* holds it, where it changed between number and text: 7 and '7' are the same key. */
function asBefore(value: string, now: string, then: string): string {
  const [isNumber, wasNumber] = [now, then].map((type) => /int/i.test(type));
  const [isText, wasText] = [now, then].map((type) => /char|clob|text/i.test(type) && !/int/i.test(type));
  if (isText && wasNumber)
    return `CASE WHEN CAST(CAST(${value} AS INTEGER) AS TEXT) = ${value} COLLATE BINARY THEN CAST(${value} AS INTEGER) ELSE ${value} END`;
  if (isNumber && wasText)
    return `CASE typeof(${value}) WHEN 'integer' THEN CAST(${value} AS TEXT) ELSE ${value} END`;
  return value;
}

/** The primary key of *before* where all of it is still there; else nothing. */
function sharedKey(facts: DatabaseFacts, table: string): string[] {
  const columns = sharedColumns(facts, table);
  const key = tableOf(facts, 'before', nameBefore(facts, table))?.primaryKey ?? [];
  return key.every((name) => columns.some(({ before }) => sameName(before, name))) ? key : [];
}

/** Columns that exist on both sides, under both names. */
function sharedColumns(facts: DatabaseFacts, table: string): ColumnNames[] {
  const former = tableOf(facts, 'before', nameBefore(facts, table))?.columns ?? [];
  return (tableOf(facts, 'after', table)?.columns ?? []).flatMap(({ name }) => {
    const before = former.find((column) => sameName(column.name, columnBefore(facts, table, name)));
    return before === undefined ? [] : [{ before: before.name, after: name }];
  });
}

function isRowid(facts: DatabaseFacts, side: 'before' | 'after', table: string, column: string): boolean {
  return sameName(tableOf(facts, side, table)?.rowidAlias ?? '', column);
}

function tableOf(facts: DatabaseFacts, side: 'before' | 'after', table: string) {
  return tablesNamed(facts[side]?.schema.tables, table)[0];
}

/** A query as part of a finding; none where nothing tells which rows are meant. */
export function withQuery(query: string | undefined): { query?: string } {
  return query === undefined ? {} : { query };
}
