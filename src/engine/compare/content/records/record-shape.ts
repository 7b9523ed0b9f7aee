import type { Column, Table } from '../../../../facts/schema.ts';
import { sameName } from '../../../../sql/quote.ts';
import { newColumns, type TablePair } from '../../lineage/pairing.ts';

/** Where a column's value stands in the records of a table. */
export interface Place {
  name: string;
  /** Position among the stored values; one past them all for the INTEGER PRIMARY KEY, which is the rowid. */
  at: number;
  alias: boolean;
  /** REAL affinity: a stored integer is read as a real. */
  real: boolean;
}

/** The columns of a table pair, in its order, in the records of each side. */
export interface Layout {
  before: Place[];
  after: Place[];
  /** Stored columns of *after* that *before* does not have. */
  fresh: Place[];
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
export function layOut({ before, after, columns }: TablePair, catalogue: Catalogue): Layout | undefined {
  if (columns.some((column) => isVirtual(column.before) || isVirtual(column.after))) return undefined;
  const order = {
    before: before.withoutRowid ? catalogue.keyOrder('before') : storedColumns(before),
    after: after.withoutRowid ? catalogue.keyOrder('after') : storedColumns(after),
  };
  const former = places(before, order.before);
  const present = places(after, order.after);
  const layout = {
    before: columns.map((column) => former.get(column.before.name) as Place),
    after: columns.map((column) => present.get(column.after.name) as Place),
    fresh: newColumns({ after, columns }).map(({ name }) => present.get(name) as Place),
    stored: { before: order.before.length, after: order.after.length },
  };
  const samePlaces = layout.before.every((place, position) =>
    samePlace(place, layout.after[position] as Place),
  );
  const steady = samePlaces && (before.sql === after.sql || sameDefaults(columns, catalogue));
  return { ...layout, steady };
}

/** Old, short records lack the columns that were added behind them: those hold the default. */
function sameDefaults(columns: TablePair['columns'], catalogue: Catalogue): boolean {
  if (columns.every(({ before, after }) => before.default === undefined && after.default === undefined)) {
    return true;
  }
  const former = catalogue.defaults('before');
  const present = catalogue.defaults('after');
  return columns.every(
    ({ before, after }) =>
      (former.get(before.name) ?? null) === (present.get(after.name) ?? null) &&
      (before.default === undefined || before.type === after.type),
  );
}

function places({ columns, rowidAlias }: Table, order: readonly string[]): Map<string, Place> {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  return new Map(
    order.map((name, at) => {
      const alias = rowidAlias !== undefined && sameName(rowidAlias, name);
      const place = { name, at: alias ? order.length : at, alias };
      return [name, { ...place, real: !alias && isReal(types.get(name) ?? '') }];
    }),
  );
}

function samePlace(before: Place, after: Place): boolean {
  if (before.alias || after.alias) return before.alias === after.alias;
  return before.at === after.at && before.real === after.real;
}

function storedColumns({ columns }: Table): string[] {
  return columns.filter((column) => !isVirtual(column)).map(({ name }) => name);
}

function isVirtual({ generated }: Column): boolean {
  return generated !== undefined && !generated.stored;
}

/** REAL affinity of a declared type (sqlite.org/datatype3.html, section 3.1). */
export function isReal(type: string): boolean {
  return /real|floa|doub/i.test(type) && !/int|char|clob|text|blob/i.test(type);
}
