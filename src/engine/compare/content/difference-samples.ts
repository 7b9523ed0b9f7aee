import type { TableChange } from '../../../facts/changes.ts';
import type { SampleRow } from '../../../facts/samples.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { keyOf, type SampleQuery, sampleRows } from '../../measure/row-samples.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { ColumnPair, TablePair } from '../lineage/pairing.ts';
import { matchByKey } from './sql/keyed-rows.ts';
import { matchByContent } from './sql/keyless-rows.ts';
import { commonKey, pairingKey } from './sql/pairing-key.ts';
import type { Matches } from './sql/row-matches.ts';
import { balanced, bare, isOfKind, same } from './sql/strict-sql.ts';

/**
 * Adds some of the rows that were removed, added or changed, where the user asks for them. Pairs the rows once more:
 * only tables with a difference pay for it.
 */
export function withSamples(
  { connection, samples }: ComparisonContext,
  pair: TablePair,
  change: TableChange,
): TableChange {
  const { added, removed, changed } = change;
  if (samples === 'none' || added + removed + changed === 0) return change;
  const key = pairingKey(pair);
  const rows = key ? keyedRows(connection, pair, key) : contentRows(connection, pair, commonKey(pair));
  const found: NonNullable<TableChange['samples']> = {};
  const take = (kind: keyof typeof found, query: SampleQuery) => {
    const sample = sampleRows({ connection, samples }, query);
    if (sample?.some(hasContent)) found[kind] = sample;
  };
  if (removed > 0) take('removed', rows.removed);
  if (added > 0) take('added', rows.added);
  for (const kind of ['changed', 'nulled', 'retyped'] as const) {
    const concerned = change.columns
      .filter((column) => column[kind] > 0)
      .map(({ column }) => foldName(column));
    if (concerned.length === 0) continue;
    const values = pair.columns.flatMap((column, position) => {
      if (!concerned.includes(foldName(column.after.name))) return [];
      const sides = rows.matches.values(column, position);
      return [{ column: column.after.name, ...sides, when: isOfKind(kind, sides) }];
    });
    const where = balanced(
      'OR',
      values.map(({ when }) => `(${when})`),
    );
    // A join takes its condition in ON; WHERE comes after it.
    take(kind, { from: `${rows.matches.from} WHERE ${where}`, key: rows.key, values });
  }
  return { ...change, samples: found };
}

function hasContent({ key, values }: SampleRow): boolean {
  return key.length > 0 || values !== undefined;
}

/** The rows of one table that differ, in FROM clauses. */
interface DifferentRows {
  matches: Matches;
  /** Of a pair. */
  key: SampleQuery['key'];
  removed: SampleQuery;
  added: SampleQuery;
}

function keyedRows(connection: Connection, pair: TablePair, key: readonly ColumnPair[]): DifferentRows {
  const { before, after, columns } = pair;
  const beforeRows = `old.${quoteName(before.name)} AS b`;
  const afterRows = `main.${quoteName(after.name)} AS a`;
  // The side that is looked up has its key bare, so that its index serves (see matchByKey).
  const equal = (side: 'before' | 'after') =>
    key
      .flatMap((column) => {
        const values = { before: bare('b', column.before.name), after: bare('a', column.after.name) };
        const looked = `${side === 'before' ? 'b' : 'a'}.${quoteName(column[side].name)}`;
        return [`${looked} = ${side === 'before' ? values.after : values.before}`, same(values)];
      })
      .join(' AND ');
  return {
    matches: matchByKey(connection, pair, key),
    key: keyOf(after, 'a'),
    removed: {
      from: `${beforeRows} WHERE NOT EXISTS (SELECT 1 FROM ${afterRows} WHERE ${equal('after')})`,
      key: keyOf(before, 'b'),
      values: columns.map((column) => ({
        column: column.before.name,
        before: bare('b', column.before.name),
      })),
    },
    added: {
      from: `${afterRows} WHERE NOT EXISTS (SELECT 1 FROM ${beforeRows} WHERE ${equal('before')})`,
      key: keyOf(after, 'a'),
      values: columns.map((column) => ({ column: column.after.name, after: bare('a', column.after.name) })),
    },
  };
}

/** Over temp.numbered, which matchByContent leaves: the rows of both sides that have no equal row. */
function contentRows(
  connection: Connection,
  pair: TablePair,
  key: readonly ColumnPair[] = [],
): DifferentRows {
  const matches = matchByContent(connection, pair, key);
  const keys = (alias: 'a' | 'b'): SampleQuery['key'] => {
    const own = key.map((column) => ({
      column: column.after.name,
      sql: `${alias}.c${pair.columns.indexOf(column)}`,
    }));
    const table = alias === 'a' ? pair.after : pair.before;
    if (own.length > 0) return own;
    return table.rowid === undefined ? [] : [{ column: 'rowid', sql: `${alias}.r` }];
  };
  const alone = (alias: 'a' | 'b', side: number) =>
    `temp.numbered AS ${alias} WHERE ${alias}.side = ${side} AND ${alias}.rowid NOT IN (SELECT ${alias}.rowid FROM ${matches.from})`;
  return {
    matches,
    key: keys('a'),
    removed: {
      from: alone('b', 0),
      key: keys('b'),
      values: pair.columns.map(({ before }, at) => ({ column: before.name, before: `b.c${at}` })),
    },
    added: {
      from: alone('a', 1),
      key: keys('a'),
      values: pair.columns.map(({ after }, at) => ({ column: after.name, after: `a.c${at}` })),
    },
  };
}
