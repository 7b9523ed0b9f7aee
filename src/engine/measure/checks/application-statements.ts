import type { ApplicationStatements, FailedStatement } from '../../../facts/health.ts';
import type { SqlFile } from '../../../facts/settings.ts';
import { pragmaOf } from '../../../sql/pragma.ts';
import { tokens } from '../../../sql/tokens.ts';
import { type Statement, splitStatements } from '../../../statements/split.ts';
import { type Connection, withConnection } from '../../sqlite/connection.ts';
import { machineFault, sqliteFailure } from '../../sqlite/errors.ts';
import { publicMessage } from '../../sqlite/message.ts';

/**
 * Prepares each statement of the application's files on the copy at `path`, and runs none: SQLite resolves every
 * table, column and function while it compiles (sqlite.org/c3ref/prepare.html), and parameters need no value.
 */
export function measureStatements(path: string, files: readonly SqlFile[]): ApplicationStatements {
  const result: ApplicationStatements = { total: 0, failed: [] };
  if (files.length === 0) return result;
  return withConnection(path, 'read', (connection) => {
    // Nothing runs, and the application has this default: a view may use what is not innocuous.
    connection.exec('PRAGMA trusted_schema=ON');
    for (const { file, sql } of files) {
      for (const statement of splitStatements(sql)) {
        result.total += 1;
        result.failed.push(...failed(connection, file, statement));
      }
    }
    return result;
  });
}

function failed(connection: Connection, file: string, { sql, start, line }: Statement): FailedStatement[] {
  // Some pragmas run while they are compiled, and none needs the schema.
  if (pragmaOf(sql) !== undefined) return [];
  try {
    connection.isReadOnly(withPlainParameters(sql));
    return [];
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || machineFault(failure.code) !== undefined) throw error;
    return [{ file, line, offset: start, message: publicMessage(failure, { compiling: true }) }];
  }
}

/** Tcl's `$a::b(c)` is not compiled into this SQLite (SQLITE_OMIT_TCL_VARIABLE); the name of a parameter changes nothing. */
function withPlainParameters(sql: string): string {
  const texts = [...tokens(sql)].map(({ kind, start, end }) => {
    const text = sql.slice(start, end);
    return kind === 'variable' && /::|\(/.test(text) ? '?' : text;
  });
  return texts.join('');
}
