import type { TableChange } from '../../../facts/changes.ts';
import { quoteName } from '../../../sql/quote.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { sqliteFailure } from '../../sqlite/errors.ts';
import type { TablePair } from '../lineage/pairing.ts';
import type { PageEvidence } from './pages/evidence.ts';
import { unchanged } from './unchanged.ts';

interface SchemaRow {
  name: string;
  rootpage: number;
  sql: string;
}

/**
 * A full-text or R*-tree table keeps its content in tables beside it, whose names begin with its own: where all their
 * pages are equal, so is the content. `undefined` where anything differs, or where the content may lie elsewhere: a
 * full-text index with a `content` option (sqlite.org/fts5.html, section 4.4).
 */
export function proveVirtual(
  connection: Connection,
  { trees, chainsClean }: PageEvidence,
  pair: TablePair,
): TableChange | undefined {
  const { before, after } = pair;
  const mayLieElsewhere = /content/i.test(after.sql) && after.sql.includes('=');
  if (before.sql !== after.sql || before.name !== after.name || mayLieElsewhere || !chainsClean)
    return undefined;
  const tablesBefore = readBeside(connection, 'old', before.name);
  const tablesAfter = readBeside(connection, 'main', after.name);
  const isClean = tablesBefore.every(({ rootpage }) => trees.get(rootpage)?.clean);
  const isSame = JSON.stringify(tablesBefore) === JSON.stringify(tablesAfter);
  if (tablesBefore.length === 0 || !isClean || !isSame) return undefined;
  try {
    return unchanged(after.name, connection.number(`SELECT count(*) FROM main.${quoteName(after.name)}`));
  } catch (error) {
    // The module or its tokenizer is missing here: the comparison by SQL says so.
    if (sqliteFailure(error) === undefined) throw error;
    return undefined;
  }
}

/** The tables whose names begin with `name_`: the shadow tables, and perhaps some more. */
function readBeside(connection: Connection, schema: 'main' | 'old', name: string): SchemaRow[] {
  const prefix = `${name}_`;
  return connection.objects<SchemaRow>(
    `SELECT name, rootpage, sql FROM ${schema}.sqlite_schema
     WHERE type = 'table' AND rootpage > 0 AND lower(substr(name, 1, ?)) = lower(?) ORDER BY name`,
    prefix.length,
    prefix,
  );
}
