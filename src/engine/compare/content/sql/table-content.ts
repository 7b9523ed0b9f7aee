import type { ColumnChange, TableChange } from '../../../../facts/changes.ts';
import type { Unchecked } from '../../../../facts/health.ts';
import type { Table } from '../../../../facts/schema.ts';
import { quoteName } from '../../../../sql/quote.ts';
import { attemptRead } from '../../../sqlite/attempt.ts';
import type { Connection } from '../../../sqlite/connection.ts';
import type { ColumnPair, TablePair } from '../../lineage/pairing.ts';
import { matchByKey } from './keyed-rows.ts';
import { MOST_COLUMNS_TO_COPY, matchByContent } from './keyless-rows.ts';
import { commonKey, pairingKey } from './pairing-key.ts';
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
  unchecked: Unchecked[],
): TableChange | undefined {
  const what = { check: 'content', table: pair.after.name } as const;
  if (pairingKey(pair) === undefined && pair.columns.length > MOST_COLUMNS_TO_COPY) {
    unchecked.push({ ...what, missing: 'no key and no rowid pairs the rows of so many columns' });
    return undefined;
  }
  const attempts: Unchecked[] = [];
  const whole = attemptRead(attempts, what, () => compareColumns(connection, pair));
  if (whole !== undefined) return whole;
  unchecked.push(...attempts);
  // A generated column whose function is missing throws when it is read; what is stored can still be compared.
  const stored = pair.columns.filter(({ before, after }) => !before.generated && !after.generated);
  if (stored.length === pair.columns.length) return undefined;
  return attemptRead(unchecked, what, () => compareColumns(connection, { ...pair, columns: stored }));
}

function compareColumns(connection: Connection, pair: TablePair): TableChange {
  const before = connection.number(
    `SELECT count(*) FROM old.${quoteName(pair.before.name)}${scanHint(pair.before)}`,
  );
  const after = connection.number(
    `SELECT count(*) FROM main.${quoteName(pair.after.name)}${scanHint(pair.after)}`,
  );
  const key = pairingKey(pair);
  const matches = key
    ? matchByKey(connection, pair, key)
    : matchByContent(connection, pair, commonKey(pair) ?? []);
  const values = pair.columns.map(matches.values);
  const changed = connection.number(
    `SELECT count(*) FROM ${matches.from} WHERE ${balanced('OR', values.map(differs))}`,
  );
  return {
    table: pair.after.name,
    before,
    after,
    added: after - matches.matched,
    removed: before - matches.matched,
    changed,
    proof: 'sql',
    columns: changed === 0 ? [] : changedColumns(connection, pair.columns, values, matches.from),
  };
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
      const [filled = 0, changed = 0, nulled = 0, retyped = 0, jsonBroken = 0, jsonStringified = 0] = counts;
      const json = { ...(jsonBroken > 0 && { jsonBroken }), ...(jsonStringified > 0 && { jsonStringified }) };
      const change = { filled, changed, nulled, retyped, ...json };
      if (Object.values(change).some((count) => count > 0)) result.push({ column: after.name, ...change });
    });
  }
  return result;
}

function scanHint({ kind }: Table): string {
  // count(*) would pick an index, and throw where that index needs a missing collation.
  return kind === 'virtual' ? '' : ' NOT INDEXED';
}
