import type { TableChange } from '../../facts/changes.ts';
import type { Table } from '../../facts/schema.ts';
import { foldName } from '../../sql/quote.ts';
import type { Connection } from '../sqlite/connection.ts';
import { defaultValues } from './default-values.ts';
import { decoder } from './differences.ts';
import { type Evidence, type Rules, withEvidence } from './evidence.ts';
import { commonKey, uniqueKey } from './key.ts';
import { type Layout, layOut } from './layout.ts';
import { Merge, type RowPairing } from './merge.ts';
import type { TablePair } from './pairing.ts';
import { Row } from './records.ts';
import { RowCursor } from './row-cursor.ts';
import { type SharedLeaves, shareLeaves, shareNothing } from './shared-leaves.ts';
import { isUnproven } from './unproven.ts';

/** Proves what happened to one table without SQL, or gives `undefined` where only SQL can. */
export type Prove = (pair: TablePair) => TableChange | undefined;

type Roots = ReadonlyMap<string, number>;

/** SQLite sorts by at most 2,000 terms: strict SQL pairs equal rows of wider tables in another way. */
const MOST_COLUMNS_BY_CONTENT = 1900;

/**
 * Gives `act` a way to prove tables by pages and records. `connection` has *after* as `main` and *before* as `old`;
 * both files are sealed. Where the files as a whole cannot be compared so, nothing can be proven.
 */
export function withProof<Result>(
  connection: Connection,
  paths: { before: string; after: string },
  rules: Rules,
  act: (prove: Prove) => Result,
): Result {
  const before = readRoots(connection, 'old');
  const after = readRoots(connection, 'main');
  let started = false;
  try {
    return withEvidence(paths, before.all, rules, (evidence) => {
      started = true;
      const roots = { before: before.tables, after: after.tables };
      return act((pair) => orNothing(() => proveTable(connection, evidence, roots, pair)));
    });
  } catch (error) {
    if (started || !isUnproven(error)) throw error;
    return act(() => undefined);
  }
}

function orNothing<Result>(prove: () => Result): Result | undefined {
  try {
    return prove();
  } catch (error) {
    if (!isUnproven(error)) throw error;
    return undefined;
  }
}

function readRoots(connection: Connection, schema: 'main' | 'old'): { all: number[]; tables: Roots } {
  const rows = connection.objects<{ type: string; name: string; rootpage: number }>(
    `SELECT type, name, rootpage FROM ${schema}.sqlite_schema WHERE rootpage > 0`,
  );
  return {
    all: [1, ...rows.map(({ rootpage }) => rootpage)],
    tables: new Map(
      rows.filter(({ type }) => type === 'table').map(({ name, rootpage }) => [name, rootpage]),
    ),
  };
}

function proveTable(
  connection: Connection,
  evidence: Evidence,
  { before, after }: { before: Roots; after: Roots },
  pair: TablePair,
): TableChange | undefined {
  const roots = { before: before.get(pair.before.name), after: after.get(pair.after.name) };
  if (roots.before === undefined || roots.after === undefined) return undefined;
  const layout = layOut(pair, (side) => readDefaults(connection, side, pair[side]));
  const tree = evidence.trees.get(roots.before);
  if (
    roots.before === roots.after &&
    tree?.clean &&
    evidence.chainsClean &&
    (layout?.steady || isSameDefinition(pair))
  ) {
    return unchanged(pair, tree.rows);
  }
  const pairing = pairRows(pair);
  if (layout === undefined || pairing === undefined) return undefined;
  const known = { before: roots.before, after: roots.after };
  const leaves = layout.steady ? shareLeaves(evidence, known) : shareNothing();
  if (leaves.unshared === 0) return unchanged(pair, leaves.rows);
  return mergeRows(connection, evidence, { pair, roots: known, layout, pairing, leaves });
}

/** Nothing about the table is written differently, not even what generated columns yield. */
function isSameDefinition({ before, after, columns }: TablePair): boolean {
  return before.sql === after.sql && columns.every((column) => column.before.name === column.after.name);
}

function unchanged(pair: TablePair, rows: number): TableChange {
  const { name } = pair.after;
  return {
    table: name,
    before: rows,
    after: rows,
    added: 0,
    removed: 0,
    changed: 0,
    proof: 'pages',
    columns: [],
  };
}

/** How strict SQL pairs the rows of this table, or `undefined` where a merge by rowid cannot do the same. */
function pairRows(pair: TablePair): RowPairing | undefined {
  const { before, after, columns } = pair;
  if (before.withoutRowid || after.withoutRowid || columns.length === 0) return undefined;
  const key = commonKey(pair);
  const required = uniqueKey(pair) !== undefined;
  const byContent =
    before.rowid !== undefined && after.rowid !== undefined && columns.length <= MOST_COLUMNS_BY_CONTENT;
  if (key === undefined) return byContent ? { by: 'content', key: [], required } : undefined;
  const names = key.map((column) => foldName(column.after.name));
  if (before.rowidAlias !== undefined) {
    const same = after.rowidAlias !== undefined && foldName(after.rowidAlias) === names[0];
    return same ? { by: 'rowid', key: [], required } : undefined;
  }
  const sameKey = after.rowidAlias === undefined && sorted(after.primaryKey.map(foldName)) === sorted(names);
  if (!sameKey || !(required || byContent)) return undefined;
  return { by: 'key', key: key.map((column) => columns.indexOf(column)), required };
}

function sorted(names: string[]): string {
  return names.toSorted().join('\0');
}

function mergeRows(
  connection: Connection,
  { before, after }: Evidence,
  table: {
    pair: TablePair;
    roots: { before: number; after: number };
    layout: Layout;
    pairing: RowPairing;
    leaves: SharedLeaves;
  },
): TableChange {
  const { pair, roots, layout, pairing, leaves } = table;
  const former = {
    cursor: new RowCursor(before, roots.before, leaves.shared),
    row: new Row(layout.before, layout.stored.before, defaultValues(connection, 'old', pair.before)),
  };
  const present = {
    cursor: new RowCursor(after, roots.after, leaves.shared),
    row: new Row(layout.after, layout.stored.after, defaultValues(connection, 'main', pair.after)),
  };
  const merge = new Merge(former, present, layout, pairing, decoder(before.header.encoding));
  merge.run();
  return {
    table: pair.after.name,
    before: leaves.rows + former.cursor.rows,
    after: leaves.rows + present.cursor.rows,
    added: present.cursor.rows - merge.matched,
    removed: former.cursor.rows - merge.matched,
    changed: merge.differences.changed,
    proof: 'records',
    columns: merge.differences.columns(),
  };
}

function readDefaults(
  connection: Connection,
  side: 'before' | 'after',
  { name }: Table,
): ReadonlyMap<string, string | null> {
  const rows = connection.objects<{ name: string; dflt_value: string | null }>(
    'SELECT name, dflt_value FROM pragma_table_xinfo(?, ?)',
    name,
    side === 'before' ? 'old' : 'main',
  );
  return new Map(rows.map((row) => [row.name, row.dflt_value]));
}
