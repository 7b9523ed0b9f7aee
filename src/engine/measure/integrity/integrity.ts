import type { Integrity } from '../../../facts/health.ts';
import type { Table } from '../../../facts/schema.ts';
import { quoteText } from '../../../sql/quote.ts';
import { attempt } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { SqlValue } from '../../sqlite/driver.ts';
import { isCorruption, type SqliteFailure, sqliteFailure } from '../../sqlite/errors.ts';
import type { MeasurementContext } from '../measurement-context.ts';
import { areIndexesSound } from './index-content.ts';
import { differingRealTexts, withoutRealTexts } from './real-texts.ts';

/** integrity_check looks every row up in every index, all over the file: the more pages stay in memory the better. */
const LOOKUP_CACHE = -50_000;
/** Sorting is fastest in small runs, which stay in the processor's caches. */
const SORTING_CACHE = -2000;

const MOST_LINES = 100;
const ALL_LINES = 2 ** 31 - 1;

/** Looking a table up by name is slower the more there are: where so many were touched, the whole file is checked. */
const MOST_TABLES = 500;

/**
 * What PRAGMA integrity_check finds. Cheaper checks tell that a file is sound; only where they find anything wrong, the
 * whole file is checked by it. One missing function or collation makes SQLite give
 * up the whole check; then every table is checked by itself, and only those that need the missing part stay unchecked.
 * `untouched`: tables whose rows and indexes are in the bytes of a file that was found sound. Their indexes need not be
 * held against their rows again; the structure of the file, and what each row must fulfil, is checked all the same.
 */
export function measureIntegrity(
  context: Omit<MeasurementContext, 'samples'>,
  untouched: readonly string[] = [],
): Integrity {
  const { connection, schema } = context;
  connection.exec(`PRAGMA cell_size_check=ON; PRAGMA cache_size=${LOOKUP_CACHE}`);
  try {
    const lines = attempt([], { check: 'integrity' }, () =>
      isSoundWith(connection, untouched) ? [] : checkWhole(connection),
    );
    const found = lines ?? schema.tables.flatMap((table) => checkTable(context, table));
    const realTexts = found.length === 0 ? [] : differingRealTexts(connection, schema, found);
    if (realTexts.length === 0) return verdict(found);
    // Among the first lines there may be no room for others.
    const others =
      found.length < MOST_LINES ? withoutRealTexts(found, realTexts) : checkBeside(context, realTexts);
    return { ...verdict(others), realTexts };
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !isCorruption(failure.code)) throw error;
    return { result: 'damaged', messages: [failure.message] };
  }
}

function checkWhole(connection: Connection): string[] | undefined {
  try {
    return check(connection, `PRAGMA integrity_check(${MOST_LINES})`);
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure !== undefined && isUnread(failure)) return undefined;
    throw error;
  }
}

/** SQLite says no more where the tokenizer of a full-text index is missing. The index's own check names it. */
function isUnread({ message }: SqliteFailure): boolean {
  return message === 'SQL logic error';
}

/**
 * Whether the file is sound, given that some tables are known to be. quick_check does what integrity_check does, except
 * that it does not compare indexes with rows, look for duplicates in unique indexes
 * (sqlite.org/pragma.html#pragma_quick_check), or check the order of a table WITHOUT ROWID. `false` also where this way
 * cannot tell.
 */
function isSoundWith(connection: Connection, untouched: readonly string[]): boolean {
  const sound = new Set(untouched);
  try {
    const indexed = connection.rows(
      `SELECT tbl_name FROM sqlite_schema WHERE type = 'index' AND rootpage > 0
       UNION SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr`,
    );
    const touched = indexed.map(([name]) => String(name)).filter((name) => !sound.has(name));
    if (touched.length > MOST_TABLES) return false;
    connection.exec(`PRAGMA cache_size=${SORTING_CACHE}`);
    if (!isOk(connection, 'quick_check(1)')) return false;
    return touched.every(
      (table) =>
        areIndexesSound(connection, table) ?? isOk(connection, `integrity_check(${quoteText(table)})`),
    );
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !(isCorruption(failure.code) || isUnread(failure))) throw error;
    return false;
  } finally {
    connection.exec(`PRAGMA cache_size=${LOOKUP_CACHE}`);
  }
}

function isOk(connection: Connection, pragma: string): boolean {
  return check(connection, `PRAGMA ${pragma}`).length === 0;
}

function checkTable(
  { connection, unchecked }: Omit<MeasurementContext, 'samples'>,
  { name, kind }: Table,
): string[] {
  if (kind === 'virtual') return [];
  const sql = `PRAGMA integrity_check(${quoteText(name)})`;
  return attempt(unchecked, { check: 'integrity', table: name }, () => check(connection, sql)) ?? [];
}

/** What is wrong beside those lines that are known to be none of damage, however many they are. */
function checkBeside(
  { connection, unchecked }: Omit<MeasurementContext, 'samples'>,
  known: readonly string[],
): string[] {
  const lines = attempt(unchecked, { check: 'integrity' }, () => {
    const others: string[] = [];
    for (const row of connection.each(`PRAGMA integrity_check(${ALL_LINES})`)) {
      others.push(...withoutRealTexts(wrongIn([row]), known));
      if (others.length >= MOST_LINES) break;
    }
    return others;
  });
  return lines ?? [];
}

function check(connection: Connection, sql: string): string[] {
  return wrongIn(connection.rows(sql));
}

function wrongIn(rows: readonly SqlValue[][]): string[] {
  const lines = rows.flatMap(([line]) => linesOf(String(line)));
  return lines.filter((line) => line !== 'ok').map(withoutRowids);
}

/** An R-tree has all its lines in one row. Those after the first name ids and no table, and are left out. */
function linesOf(row: string): string[] {
  const lines = row.split('\n');
  return row.startsWith('In RTree ') ? [`${lines[0]?.replace(/:$/, '')}: entries are wrong`] : lines;
}

/** A rowid may be a primary key, and so a value of the user's; FTS5 writes of a `missing row 5 from content table t`. */
function withoutRowids(line: string): string {
  return line.replace(/\brow(id)? -?\d+/gi, 'a row');
}

function verdict(lines: readonly string[]): Integrity {
  return { result: lines.length === 0 ? 'ok' : 'damaged', messages: [...new Set(lines)] };
}
