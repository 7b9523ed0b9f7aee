import type { TableChange } from '../../../facts/changes.ts';
import { foldName } from '../../../sql/quote.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { TablePair } from '../lineage/pairing.ts';
import { mergeRows } from './merge-rows.ts';
import { type PageEvidence, withEvidence } from './pages/evidence.ts';
import { shareLeaves, shareNothing } from './pages/shared-leaves.ts';
import { isUnproven } from './pages/unproven.ts';
import type { RowPairing } from './records/merge.ts';
import type { NewValueCount } from './records/new-values.ts';
import { type Catalogue, recordLayout } from './records/record-layout.ts';
import { changesClass } from './sql/keyed-rows.ts';
import { commonKey, uniqueKey } from './sql/pairing-key.ts';
import { unchanged } from './unchanged.ts';
import { findUntouched } from './untouched.ts';
import { proveVirtual } from './virtual-tables.ts';

/** What happened to one table. */
export interface Proven {
  change: TableChange;
  /** By name of the column, where they were counted on the way. */
  newValues?: ReadonlyMap<string, NewValueCount>;
}

/** What the bytes of the two files prove. */
export interface Proof {
  /** What happened to one table, or `undefined` where only SQL can tell. */
  prove(pair: TablePair): Proven | undefined;
  untouched: readonly string[];
}

/** For files whose bytes prove nothing. */
export const NO_PROOF: Proof = { prove: () => undefined, untouched: [] };

/** By name of the table. */
type RootPages = ReadonlyMap<string, number>;

/** What a table is proven from. */
interface ProofContext {
  /** Has *after* as `main` and *before* as `old`. */
  connection: Connection;
  evidence: PageEvidence;
  roots: { before: RootPages; after: RootPages };
}

/** SQLite sorts by at most 2,000 terms: strict SQL pairs equal rows of wider tables in another way. */
const MOST_COLUMNS_BY_CONTENT = 1900;

/**
 * Gives `act` what pages and records prove. `connection` has *after* as `main` and *before* as `old`;
 * both files are sealed. Where the files as a whole cannot be compared so, nothing can be proven.
 */
export function withProof<Result>(
  connection: Connection,
  paths: { before: string; after: string },
  act: (proof: Proof) => Result,
): Result {
  const before = readRoots(connection, 'old');
  const after = readRoots(connection, 'main');
  let started = false;
  try {
    return withEvidence(paths, before.all, (evidence) => {
      started = true;
      const context = { connection, evidence, roots: { before: before.tables, after: after.tables } };
      return act({
        prove: (pair) => orNothing(() => proveTable(context, pair)),
        untouched: findUntouched(connection, evidence),
      });
    });
  } catch (error) {
    if (started || !isUnproven(error)) throw error;
    return act(NO_PROOF);
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

function readRoots(connection: Connection, schema: 'main' | 'old'): { all: number[]; tables: RootPages } {
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

function proveTable({ connection, evidence, roots }: ProofContext, pair: TablePair): Proven | undefined {
  if (pair.before.kind === 'virtual' && pair.after.kind === 'virtual') {
    const change = proveVirtual(connection, evidence, pair);
    return change && { change };
  }
  const before = roots.before.get(pair.before.name);
  const after = roots.after.get(pair.after.name);
  if (before === undefined || after === undefined) return undefined;
  const layout = recordLayout(pair, catalogueOf(connection, pair));
  const tree = evidence.trees.get(before);
  const isClean = before === after && tree?.clean && evidence.chainsClean;
  if (isClean && (layout?.steady || isSameDefinition(pair))) {
    return { change: unchanged(pair.after.name, tree.rows) };
  }
  const pairing = pairRows(pair);
  if (layout === undefined || pairing === undefined) return undefined;
  const hasLeaves = layout.steady && !pair.before.withoutRowid && !pair.after.withoutRowid;
  const leaves = hasLeaves ? shareLeaves(evidence, { before, after }) : shareNothing();
  if (leaves.unshared === 0) return { change: unchanged(pair.after.name, leaves.rows) };
  return mergeRows(connection, evidence, { pair, roots: { before, after }, layout, pairing, leaves });
}

/** Nothing about the table is written differently, not even what generated columns yield. */
function isSameDefinition({ before, after, columns }: TablePair): boolean {
  return before.sql === after.sql && columns.every((column) => column.before.name === column.after.name);
}

/** How strict SQL pairs the rows of this table, or `undefined` where a merge cannot do the same. */
function pairRows(pair: TablePair): RowPairing | undefined {
  const { before, after, columns } = pair;
  const key = commonKey(pair);
  const required = uniqueKey(pair) !== undefined;
  const byContent =
    before.rowid !== undefined &&
    after.rowid !== undefined &&
    columns.length > 0 &&
    columns.length <= MOST_COLUMNS_BY_CONTENT;
  if (key === undefined) return byContent ? { by: 'content', key: [], required } : undefined;
  if (key.some(changesClass)) return undefined;
  const names = key.map((column) => foldName(column.after.name));
  const isSameKey = sorted(after.primaryKey.map(foldName)) === sorted(names);
  if (!isSameKey || !(required || byContent)) return undefined;
  if (before.rowidAlias !== undefined && after.rowidAlias !== undefined)
    return { by: 'rowid', key: [], required };
  return { by: 'key', key: key.map((column) => columns.indexOf(column)), required };
}

function sorted(names: string[]): string {
  return names.toSorted().join('\0');
}

function catalogueOf(connection: Connection, pair: TablePair): Catalogue {
  const schema = { before: 'old', after: 'main' } as const;
  return {
    defaults(side) {
      const rows = connection.objects<{ name: string; dflt_value: string | null }>(
        'SELECT name, dflt_value FROM pragma_table_xinfo(?, ?)',
        pair[side].name,
        schema[side],
      );
      return new Map(rows.map((row) => [row.name, row.dflt_value]));
    },
    keyOrder(side) {
      const rows = connection.objects<{ name: string }>(
        `SELECT columns.name FROM pragma_index_list(?, ?) AS list, pragma_index_xinfo(list.name, ?) AS columns
         WHERE list.origin = 'pk' ORDER BY columns.seqno`,
        pair[side].name,
        schema[side],
        schema[side],
      );
      return rows.map(({ name }) => name);
    },
  };
}
