import type { Rename } from '../../facts/changes.ts';
import type { Column, Schema, Table } from '../../facts/schema.ts';
import type { Named } from '../../facts/statement.ts';
import { foldName } from '../../sql/quote.ts';

/** One table on both sides, and those of its columns that exist on both. */
export interface TablePair {
  before: Table;
  after: Table;
  columns: ColumnPair[];
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
export function pairTables(before: Schema, after: Schema, executed: readonly Named[]): Pairing {
  const origins = followRenames(before, executed);
  const byName = new Map(before.tables.map((table) => [foldName(table.name), table]));
  const pairs = after.tables.flatMap((table) => {
    const origin = origins.tableOf(table.name, byName);
    if (origin === undefined) return [];
    return [
      { before: origin, after: table, columns: pairColumns(origin, table, origins.columnsOf(table.name)) },
    ];
  });
  const kept = withoutDoubles(pairs);
  return { pairs: kept, renames: kept.flatMap(renamesOf) };
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

function pairColumns(before: Table, after: Table, renamed: ReadonlyMap<string, string>): ColumnPair[] {
  const byName = new Map(before.columns.map((column) => [foldName(column.name), column]));
  const taken = new Set(renamed.values());
  return after.columns.flatMap((column) => {
    const own = foldName(column.name);
    const origin = renamed.get(own) ?? (taken.has(own) ? undefined : own);
    const partner = origin === undefined ? undefined : byName.get(origin);
    return partner === undefined ? [] : [{ before: partner, after: column }];
  });
}

/** A table of *before* has one partner: its namesake where there is one, so that what was only set aside is no rename. */
function withoutDoubles(pairs: readonly TablePair[]): TablePair[] {
  return pairs.filter(
    ({ before, after }) =>
      foldName(before.name) === foldName(after.name) ||
      !pairs.some((other) => other.before === before && foldName(other.after.name) === foldName(before.name)),
  );
}

interface Origins {
  tableOf(name: string, byName: ReadonlyMap<string, Table>): Table | undefined;
  /** Present column name to former one, both folded. */
  columnsOf(table: string): ReadonlyMap<string, string>;
}

interface Origin {
  /** Folded name in *before*; absent for a table that the migration made. */
  table?: string;
  columns: Map<string, string>;
}

function followRenames(before: Schema, executed: readonly Named[]): Origins {
  const current = new Map<string, Origin>(
    before.tables.map(({ name }) => [foldName(name), { table: foldName(name), columns: new Map() }]),
  );
  for (const named of executed) follow(current, named);
  return {
    tableOf(name, byName) {
      const own = foldName(name);
      return byName.get(current.get(own)?.table ?? own) ?? byName.get(own);
    },
    columnsOf: (table) => current.get(foldName(table))?.columns ?? new Map(),
  };
}

function follow(current: Map<string, Origin>, named: Named): void {
  if (named.verb === 'rename-table') {
    const origin = current.get(foldName(named.name)) ?? { columns: new Map() };
    current.delete(foldName(named.name));
    current.set(foldName(named.to), origin);
  } else if (named.verb === 'rename-column') {
    const columns = current.get(foldName(named.table))?.columns;
    const from = columns?.get(foldName(named.name)) ?? foldName(named.name);
    columns?.delete(foldName(named.name));
    columns?.set(foldName(named.to), from);
  } else if ((named.verb === 'create' || named.verb === 'drop') && named.kind === 'table') {
    // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
    if (named.verb === 'drop') current.delete(foldName(named.name));
    else if (!current.has(foldName(named.name))) current.set(foldName(named.name), { columns: new Map() });
  }
}
