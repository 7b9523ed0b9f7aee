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
    const whole: Degraded[] = [];
    const lines = attempt(whole, { check: 'integrity' }, () =>
      check(connection, 'PRAGMA integrity_check(100)'),
    );
    return verdict(lines ?? tables.flatMap((table) => checkTable(connection, table, degraded)));
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !isCorruption(failure.code)) throw error;
    return { result: 'damaged', messages: [failure.message] };
  }
}

function checkTable(connection: Connection, { name, kind }: Table, degraded: Degraded[]): string[] {
  if (kind === 'virtual') return [];
  const sql = `PRAGMA integrity_check(${quoteText(name)})`;
  return attempt(degraded, { check: 'integrity', table: name }, () => check(connection, sql)) ?? [];
}

function check(connection: Connection, sql: string): string[] {
  const lines = connection.rows(sql).flatMap(([line]) => String(line).split('\n'));
  return lines.filter((line) => line !== 'ok').map(withoutRowids);
}

/** A rowid may be a primary key, and so a value of the user's. */
function withoutRowids(line: string): string {
  return line.replace(/\brow(id)? -?\d+/gi, 'a row');
}

function verdict(lines: readonly string[]): Integrity {
  return { result: lines.length === 0 ? 'ok' : 'damaged', messages: [...new Set(lines)] };
}
