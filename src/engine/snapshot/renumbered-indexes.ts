import type { Table } from '../../facts/schema.ts';
import { quoteName, sameName } from '../../sql/quote.ts';
import { Connection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { readSchema } from '../sqlite/read-schema.ts';

/**
 * A dump carries no rowids: those of a table without an INTEGER PRIMARY KEY are numbered anew, and a full-text index over
 * such a table fits its rows no more, as it would in no production. Makes it anew, so that what the migration does is
 * judged; gives the names of these indexes.
 */
export function fitSearchIndexes(path: string): string[] {
  const connection = Connection.undefended(path);
  try {
    const { tables } = readSchema(connection);
    const indexes = tables.filter(({ module = '', content = '' }) => {
      const owner = tables.find(({ name }) => sameName(name, content));
      const isNumbered = owner?.kind === 'table' && owner.rowidAlias === undefined && !owner.withoutRowid;
      return /^fts[345]$/.test(module) && isNumbered;
    });
    return indexes.filter((index) => madeAnew(connection, index)).map(({ name }) => name);
  } finally {
    connection.close();
  }
}

/** Only where its own check refuses it; what cannot be asked or made here stays as the dump has it. */
function madeAnew(connection: Connection, { name, module }: Table): boolean {
  const index = quoteName(name);
  const check =
    module === 'fts5'
      ? `${index}(${index}, rank) VALUES('integrity-check', 1)`
      : `${index}(${index}) VALUES('integrity-check')`;
  return (
    !runs(connection, `INSERT INTO ${check}`) &&
    runs(connection, `INSERT INTO ${index}(${index}) VALUES('rebuild')`)
  );
}

function runs(connection: Connection, sql: string): boolean {
  try {
    connection.exec(sql);
    return true;
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return false;
  }
}
