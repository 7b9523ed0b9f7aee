import type { Rename } from '../../../facts/changes.ts';
import type { Column, Schema, Table } from '../../../facts/schema.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { ancestry, columnNamesBefore, type Lineage, nameBefore } from './lineage.ts';

/** One table on both sides, and those of its columns that exist on both. */
export interface TablePair {
  before: Table;
  after: Table;
  columns: ColumnPair[];
  /**
   * By folded name in *after*: for each statement that filled the column, the columns of *before* without which it then
   * has no value; those of other tables too.
   */
  needs?: ReadonlyMap<string, readonly ReadonlySet<Column>[]>;
}

export interface ColumnPair {
  before: Column;
  after: Column;
}

/** Columns of *after* that *before* does not have and that hold values of their own. */
export function newColumns({ after, columns }: Pick<TablePair, 'after' | 'columns'>): Column[] {
  const known = new Set(columns.map((column) => foldName(column.after.name)));
  return after.columns.filter(({ name, generated }) => generated === undefined && !known.has(foldName(name)));
}

export interface Pairing {
  pairs: TablePair[];
  renames: Rename[];
}

/**
 * Which table of *before* is which of *after*: by name, else by the ALTER TABLE … RENAME statements that ran.
 * A table that was dropped and made again under its name is the same table: that is what a rebuild does.
 */
export function pairTables(before: Schema, after: Schema, lineage: Lineage): Pairing {
  const byName = new Map(before.tables.map((table) => [foldName(table.name), table]));
  const successors = after.tables.flatMap((table): Successor[] => {
    const own = foldName(table.name);
    const version = lineage.last.get(own);
    const origin = byName.get((version && nameBefore(version)) ?? own);
    if (origin === undefined) return [];
    const renamed = version === undefined ? new Map() : columnNamesBefore(version);
    const needs = new Map(
      (version?.columns ?? []).flatMap((column) =>
        column.needs.size === 0 ? [] : [[column.name, [...column.needs.values()]] as const],
      ),
    );
    const columns = pairColumns(origin, table, renamed);
    const pair = { before: origin, after: table, columns, ...(needs.size > 0 && { needs }) };
    return [{ pair, generation: version === undefined ? 0 : ancestry(version).length }];
  });
  const pairs = chooseSuccessors(successors);
  return { pairs, renames: pairs.flatMap(renamesOf) };
}

/** A table of *after* that continues one of *before*. */
interface Successor {
  pair: TablePair;
  /** How many tables continued it so far, this one and itself included. */
  generation: number;
}

/**
 * Leaves one successor to each table of *before*. Several tables can continue the same one, as where a migration sets it
 * aside under another name and makes it anew. Then the one with its name is chosen, and without such a one the latest.
 */
function chooseSuccessors(successors: readonly Successor[]): TablePair[] {
  const rank = ({ pair: { before, after }, generation }: Successor) =>
    sameName(before.name, after.name) ? Number.MAX_SAFE_INTEGER : generation;
  return [...Map.groupBy(successors, ({ pair }) => pair.before).values()].map(
    (rivals) => rivals.reduce((best, rival) => (rank(rival) > rank(best) ? rival : best)).pair,
  );
}

function renamesOf({ before, after, columns }: TablePair): Rename[] {
  const table = after.name;
  const renamed = columns.filter(({ before: from, after: to }) => foldName(from.name) !== foldName(to.name));
  return [
    ...(foldName(before.name) === foldName(table)
      ? []
      : [{ kind: 'table' as const, table, from: before.name, to: table }]),
    ...renamed.map(({ before: from, after: to }) => ({
      kind: 'column' as const,
      table,
      from: from.name,
      to: to.name,
    })),
  ];
}

/** `renamed`: of each column that had another name in *before*, the name in *after* and the one in *before*; folded. */
function pairColumns(before: Table, after: Table, renamed: ReadonlyMap<string, string>): ColumnPair[] {
  const byName = new Map(before.columns.map((column) => [foldName(column.name), column]));
  const namesAfter = new Set(after.columns.map(({ name }) => foldName(name)));
  // A column that the plan made and renamed, or renamed and dropped, is no partner: its names are free for others.
  const known = new Map([...renamed].filter(([name, from]) => namesAfter.has(name) && byName.has(from)));
  const taken = new Set(known.values());
  return after.columns.flatMap((column) => {
    const own = foldName(column.name);
    const origin = known.get(own) ?? (taken.has(own) ? undefined : own);
    const partner = origin === undefined ? undefined : byName.get(origin);
    return partner === undefined ? [] : [{ before: partner, after: column }];
  });
}
