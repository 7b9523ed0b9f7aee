import type { ObjectChange } from '../../facts/changes.ts';
import { type DatabaseFacts, isHealthCheck } from '../../facts/database.ts';
import type { HealthFacts, QueryResult } from '../../facts/health.ts';
import { quoteName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';

/**
 * The same checks by hand, each with the result of the rehearsal in a comment; they hold no value, only names. Empty
 * where there is no state that anybody wants: after a failure.
 */
export function verificationQueries(facts: DatabaseFacts): string[] {
  const { before, after, rehearsal, changes } = facts;
  const now = isHealthCheck(facts) ? before : after;
  if (now === undefined || (!isHealthCheck(facts) && rehearsal.outcome !== 'done')) return [];
  return [
    ...pragmas(now),
    ...now.required.map(nullQuery),
    ...now.queries.flatMap(ownQuery),
    ...newColumns(changes?.objects ?? []),
    `SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL; -- ${now.schema.indexes.length}`,
    ...now.tables.map(({ table, rows }) => `SELECT count(*) FROM ${quoteName(table)}; -- ${rows}`),
  ];
}

function pragmas({ integrity, orphans, mismatches, unchecked }: HealthFacts): string[] {
  const sound = integrity.result === 'ok' && unchecked.length === 0 ? ' -- ok' : '';
  const declared = orphans.filter((key) => key.declared !== false);
  const rows = declared.reduce((sum, key) => sum + key.rows, 0);
  const found = mismatches.length + unchecked.length === 0 ? ` -- ${rowsWords(rows)}` : '';
  return [`PRAGMA integrity_check;${sound}`, `PRAGMA foreign_key_check;${found}`];
}

/** A query of the settings, as it stands there; it may have several lines. */
function ownQuery({ sql, rows }: QueryResult): string[] {
  if (rows === undefined) return [];
  return [`${sql.replace(/;$/, '')}; -- ${rowsWords(rows)}`];
}

function rowsWords(rows: number): string {
  return rows === 0 ? 'no row' : counted(rows, 'row');
}

/**
 * Column names stand with their table: alone in double quotes, SQLite may take one that does not exist for a text
 * (sqlite.org/quirks.html section 8), and the check would pass.
 */
function nullQuery({ table, column, nulls }: HealthFacts['required'][number]): string {
  const owner = quoteName(table);
  return `SELECT count(*) FROM ${owner} WHERE ${owner}.${quoteName(column)} IS NULL; -- ${nulls}`;
}

function newColumns(objects: readonly ObjectChange[]): string[] {
  const added = objects.filter(({ kind, change }) => kind === 'column' && change === 'added');
  return [...Map.groupBy(added, ({ table }) => table ?? '')].map(([table, columns]) => {
    const owner = quoteName(table);
    const names = columns.map(({ name }) => `${owner}.${quoteName(name)}`);
    return `SELECT ${names.join(', ')} FROM ${owner} LIMIT 0; -- no error`;
  });
}
