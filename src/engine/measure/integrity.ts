import type { Degraded, Integrity } from '../../facts/health.ts';
import type { Table } from '../../facts/schema.ts';
import { quoteText } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import { isCorruption, sqliteFailure } from '../sqlite/errors.ts';
import { attempt } from './attempt.ts';

/**
 * PRAGMA integrity_check over the whole file. One missing function or collation makes SQLite give up the whole
 * check; then every table is checked by itself, and only those that need the missing part stay unchecked.
 */
export function measureIntegrity(
  connection: Connection,
  tables: readonly Table[],
  degraded: Degraded[],
): Integrity {
  connection.exec('PRAGMA cell_size_check=ON');
  try {
    const lines = attempt([], { check: 'integrity' }, () => checkWhole(connection));
    return verdict(lines ?? tables.flatMap((table) => checkTable(connection, table, degraded)));
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !isCorruption(failure.code)) throw error;
    return { result: 'damaged', messages: [failure.message] };
  }
}

function checkWhole(connection: Connection): string[] | undefined {
  try {
    return check(connection, 'PRAGMA integrity_check(100)');
  } catch (error) {
    // All that it says of a full-text index whose tokenizer is missing; the index's own check names it.
    if (sqliteFailure(error)?.message === 'SQL logic error') return undefined;
    throw error;
  }
}

function checkTable(connection: Connection, { name, kind }: Table, degraded: Degraded[]): string[] {
  if (kind === 'virtual') return [];
  const sql = `PRAGMA integrity_check(${quoteText(name)})`;
  return attempt(degraded, { check: 'integrity', table: name }, () => check(connection, sql)) ?? [];
}

function check(connection: Connection, sql: string): string[] {
  const lines = connection.rows(sql).flatMap(([line]) => linesOf(String(line)));
  return lines.filter((line) => line !== 'ok').map(withoutRowids);
}

/** Of an R-tree all lines stand in one row. Those after the first name ids and no table: it is damaged, that is all. */
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
