import type { SearchFailure } from '../../../facts/health.ts';
import { quoteName, quoteText } from '../../../sql/quote.ts';
import { attempt } from '../../sqlite/attempt.ts';
import { type Connection, withConnection } from '../../sqlite/connection.ts';
import { isCorruption, missingPart, type SqliteFailure, sqliteFailure } from '../../sqlite/errors.ts';
import { publicMessage } from '../../sqlite/message.ts';
import type { MeasurementContext } from '../measurement-context.ts';

/** Whether the index of that name is sound; a full-text index that is not makes its command throw. */
type Check = (connection: Connection, name: string) => boolean;

/**
 * The modules' own checks. Only FTS5's with rank 1 compares an index with a table that it does not own: neither PRAGMA
 * integrity_check nor the plain command does (sqlite.org/fts5.html section 6.4, fts3.html section 7.3, rtree.html).
 */
const CHECKS: Readonly<Record<string, Check>> = {
  fts3: fullTextCheck,
  fts4: fullTextCheck,
  fts5: (connection, name) => {
    const table = quoteName(name);
    connection.exec(`INSERT INTO ${table}(${table}, rank) VALUES('integrity-check', 1)`);
    return true;
  },
  rtree: treeCheck,
  rtree_i32: treeCheck,
};

function fullTextCheck(connection: Connection, name: string): boolean {
  const table = quoteName(name);
  connection.exec(`INSERT INTO ${table}(${table}) VALUES('integrity-check')`);
  return true;
}

function treeCheck(connection: Connection, name: string): boolean {
  return connection.text(`SELECT rtreecheck('main', ${quoteText(name)})`) === 'ok';
}

/**
 * The search indexes of the copy at `path` that their own check refuses. The checks are written as an INSERT, so they need
 * a connection that may write; each runs in a transaction that is rolled back, and changes no byte.
 */
export function measureSearchIndexes(
  path: string,
  { schema, unchecked }: Pick<MeasurementContext, 'schema' | 'unchecked'>,
): SearchFailure[] {
  const indexes = schema.tables.flatMap(({ name, module = '' }) => {
    const check = CHECKS[module];
    return check === undefined ? [] : [{ name, check }];
  });
  if (indexes.length === 0) return [];
  return withConnection(
    path,
    'write',
    (connection) => {
      connection.exec('PRAGMA trusted_schema=OFF');
      return indexes.flatMap(({ name, check }) => {
        const what = { check: 'search', table: name } as const;
        return attempt(unchecked, what, () => checkIndex(connection, name, check)) ?? [];
      });
    },
    'undefended',
  );
}

function checkIndex(connection: Connection, name: string, check: Check): SearchFailure[] {
  connection.exec('BEGIN');
  try {
    return check(connection, name) ? [] : [{ table: name, failure: 'mismatch' }];
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure !== undefined && isCorruption(failure.code)) return [{ table: name, failure: 'mismatch' }];
    if (failure?.code !== 'SQLITE_ERROR' || missingPart(failure) !== undefined) throw error;
    return [{ table: name, failure: 'unreadable', message: whyUnreadable(connection, name, failure) }];
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  }
}

/** The commands say no more than `SQL logic error`; a query of the content says what is missing. */
function whyUnreadable(connection: Connection, name: string, failure: SqliteFailure): string {
  try {
    connection.count(`SELECT * FROM ${quoteName(name)} LIMIT 1`);
  } catch (error) {
    const reason = sqliteFailure(error);
    if (reason === undefined || missingPart(reason) !== undefined) throw error;
    // Where its content lies stands in the definition.
    const definition = connection.text('SELECT sql FROM sqlite_schema WHERE name = ?', name);
    return publicMessage(reason, { texts: [definition] });
  }
  return publicMessage(failure);
}
