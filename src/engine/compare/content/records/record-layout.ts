import type { Column, Table } from '../../../../facts/schema.ts';
import { sameName } from '../../../../sql/quote.ts';
import { newColumns, type TablePair } from '../../lineage/pairing.ts';
import { Unproven } from '../pages/unproven.ts';

/** A column, and where its value stands in the records of a table. */
export interface StoredColumn {
  name: string;
  /** Position among the stored values; one past them all for the INTEGER PRIMARY KEY, which is the rowid. */
  at: number;
  alias: boolean;
  /** REAL affinity: a stored integer is read as a real. */
  real: boolean;
}

/** The columns of a table pair, in its order, in the records of each side. */
export interface RecordLayout {
  before: StoredColumn[];
  after: StoredColumn[];
  /** Stored columns of *after* that *before* does not have. */
  added: StoredColumn[];
  /** Values that a full record has on each side. */
  stored: { before: number; after: number };
  /** The same bytes mean the same values on both sides. */
  steady: boolean;
}

/** What only the catalogue of either side knows. */
export interface Catalogue {
  /** DEFAULT clauses as written, by column; `Column.default` is folded and would call `abc` and `ABC` equal. */
  defaults(side: 'before' | 'after'): ReadonlyMap<string, string | null>;
  /** Columns of a table WITHOUT ROWID in the order of its records: the key comes first. */
  keyOrder(side: 'before' | 'after'): readonly string[];
}

/**
 * How to read the records of both sides, or `undefined` where a column is not stored at all: a VIRTUAL generated
 * column is computed when it is read.
 */
export function recordLayout(
  { before, after, columns }: TablePair,
  catalogue: Catalogue,
): RecordLayout | undefined {
  if (columns.some((column) => isVirtual(column.before) || isVirtual(column.after))) return undefined;
  const order = {
    before: before.withoutRowid ? catalogue.keyOrder('before') : storedNames(before),
    after: after.withoutRowid ? catalogue.keyOrder('after') : storedNames(after),
  };
  const find = { before: columnFinder(before, order.before), after: columnFinder(after, order.after) };
  const pairs = columns.map((column) => ({
    before: find.before(column.before.name),
    after: find.after(column.after.name),
  }));
  const steady =
    pairs.every((pair) => isSamePlace(pair.before, pair.after)) &&
    (before.sql === after.sql || hasSameDefaults(columns, catalogue));
  return {
    before: pairs.map((pair) => pair.before),
    after: pairs.map((pair) => pair.after),
    added: newColumns({ after, columns }).map(({ name }) => find.after(name)),
    stored: { before: order.before.length, after: order.after.length },
    steady,
  };
}

/** Records written before a column was added are shorter and lack it: such a row holds the default. */
function hasSameDefaults(columns: TablePair['columns'], catalogue: Catalogue): boolean {
  if (columns.every(({ before, after }) => before.default === undefined && after.default === undefined)) {
    return true;
  }
  const defaults = { before: catalogue.defaults('before'), after: catalogue.defaults('after') };
  return columns.every(
    ({ before, after }) =>
      (defaults.before.get(before.name) ?? null) === (defaults.after.get(after.name) ?? null) &&
      (before.default === undefined || before.type === after.type),
  );
}

/** Finds the columns of one side by their names. */
function columnFinder(
  { columns, rowidAlias }: Table,
  order: readonly string[],
): (name: string) => StoredColumn {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const stored = new Map(
    order.map((name, at) => {
      const alias = rowidAlias !== undefined && sameName(rowidAlias, name);
      const real = !alias && isReal(types.get(name) ?? '');
      return [name, { name, at: alias ? order.length : at, alias, real }];
    }),
  );
  return (name) => {
    const column = stored.get(name);
    if (column === undefined) throw new Unproven('column that is not stored');
    return column;
  };
}

function isSamePlace(before: StoredColumn, after: StoredColumn): boolean {
  if (before.alias || after.alias) return before.alias === after.alias;
  return before.at === after.at && before.real === after.real;
}

function storedNames({ columns }: Table): string[] {
  return columns.filter((column) => !isVirtual(column)).map(({ name }) => name);
}

function isVirtual({ generated }: Column): boolean {
  return generated !== undefined && !generated.stored;
}

/** REAL affinity of a declared type (sqlite.org/datatype3.html, section 3.1). */
export function isReal(type: string): boolean {
  return /real|floa|doub/i.test(type) && !/int|char|clob|text|blob/i.test(type);
}
