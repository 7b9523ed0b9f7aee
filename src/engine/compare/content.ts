import type { ColumnChange, TableChange } from '../../facts/changes.ts';
import type { Degraded } from '../../facts/health.ts';
import type { Table } from '../../facts/schema.ts';
import { foldName, quoteName } from '../../sql/quote.ts';
import { attemptRead } from '../measure/attempt.ts';
import type { Connection } from '../sqlite/connection.ts';
import { countDuplicates } from './duplicates.ts';
import { findPartlyFilled } from './fill.ts';
import { matchByKey } from './keyed.ts';
import { matchByContent } from './multiset.ts';
import type { ColumnPair, TablePair } from './pairing.ts';
import { balanced, columnSums, differs, SUMS, type ValuePair } from './strict-sql.ts';

/** Columns a SELECT takes at a time: some sums each, and SQLite allows 2,000 results. */
const BATCH = 200;

/**
 * Compares the content of one table, *after* as `main` and *before* as `old` of one connection.
 * Everything is decided by SQLite on stored values; only counts come out.
 */
export function compareContent(
  connection: Connection,
  pair: TablePair,
  degraded: Degraded[],
): TableChange | undefined {
  const what = { check: 'content', table: pair.after.name } as const;
  const attempts: Degraded[] = [];
  const whole = attemptRead(attempts, what, () => compareColumns(connection, pair));
  if (whole !== undefined) return whole;
  degraded.push(...attempts);
  // A generated column whose function is missing throws when it is read; what is stored can still be compared.
  const stored = pair.columns.filter(({ before, after }) => !before.generated && !after.generated);
  if (stored.length === pair.columns.length) return undefined;
  return attemptRead(degraded, what, () => compareColumns(connection, { ...pair, columns: stored }));
}

function compareColumns(connection: Connection, pair: TablePair): TableChange {
  const before = connection.number(
    `SELECT count(*) FROM old.${quoteName(pair.before.name)}${scanHint(pair.before)}`,
  );
  const after = connection.number(
    `SELECT count(*) FROM main.${quoteName(pair.after.name)}${scanHint(pair.after)}`,
  );
  const key = commonKey(pair);
  const unique = key !== undefined && hasUniqueKey(pair);
  const matches = unique ? matchByKey(connection, pair, key) : matchByContent(connection, pair, key ?? []);
  const values = pair.columns.map(matches.values);
  const changed = connection.number(
    `SELECT count(*) FROM ${matches.from} WHERE ${balanced('OR', values.map(differs))}`,
  );
  const change: TableChange = {
    table: pair.after.name,
    before,
    after,
    added: after - matches.matched,
    removed: before - matches.matched,
    changed,
    ...(unique && { pairedBy: key.map((column) => column.before.name) }),
    proof: 'sql',
    columns: changed === 0 ? [] : changedColumns(connection, pair.columns, values, matches.from),
  };
  const duplicates = countDuplicates(connection, pair, change, matches);
  const partlyFilled = findPartlyFilled(connection, pair, change, matches);
  return {
    ...change,
    ...(duplicates !== undefined && { duplicates }),
    ...(partlyFilled.length > 0 && { partlyFilled }),
  };
}

/** The primary key of *before*, where all of its columns still exist; `undefined` for a table without one. */
export function commonKey({ before, columns }: TablePair): ColumnPair[] | undefined {
  if (before.primaryKey.length === 0) return undefined;
  const byName = new Map(columns.map((column) => [foldName(column.before.name), column]));
  const key = before.primaryKey.map((name) => byName.get(foldName(name)));
  return key.every((column) => column !== undefined) ? key : undefined;
}

/** No two rows of a side share a primary key, so that it pairs rows by itself. */
export function hasUniqueKey({ before, after }: TablePair): boolean {
  return isUnique(before) && isUnique(after);
}

/** No two rows share a primary key: an ordinary table lets its key be NULL, and so repeat, unless it says NOT NULL. */
function isUnique({ primaryKey, rowidAlias, withoutRowid, columns }: Table): boolean {
  if (rowidAlias !== undefined || withoutRowid) return true;
  const required = new Set(columns.filter(({ notNull }) => notNull).map(({ name }) => foldName(name)));
  return primaryKey.length > 0 && primaryKey.every((name) => required.has(foldName(name)));
}

function changedColumns(
  connection: Connection,
  columns: readonly ColumnPair[],
  values: readonly ValuePair[],
  from: string,
): ColumnChange[] {
  const result: ColumnChange[] = [];
  for (let start = 0; start < columns.length; start += BATCH) {
    const batch = values.slice(start, start + BATCH);
    const [sums = []] = connection.rows(
      `SELECT ${batch.map(columnSums).join(', ')} FROM ${from} WHERE ${balanced('OR', batch.map(differs))}`,
    );
    columns.slice(start, start + BATCH).forEach(({ after }, at) => {
      const counts = sums.slice(at * SUMS, (at + 1) * SUMS).map(Number);
      const [filled = 0, changed = 0, cleared = 0, retyped = 0, jsonBroken = 0] = counts;
      const change = { filled, changed, cleared, retyped, ...(jsonBroken > 0 && { jsonBroken }) };
      if (Object.values(change).some((count) => count > 0)) result.push({ column: after.name, ...change });
    });
  }
  return result;
}

function scanHint({ kind }: Table): string {
  // count(*) would pick an index, and throw where that index needs a missing collation.
  return kind === 'virtual' ? '' : ' NOT INDEXED';
}
