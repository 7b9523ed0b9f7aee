import type { Column, Table } from '../../facts/schema.ts';
import { sameName } from '../../sql/quote.ts';
import type { TablePair } from './pairing.ts';

/** Where a column's value stands in the records of a rowid table. */
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
  /** Values that a full record has on each side. */
  stored: { before: number; after: number };
  /** The same bytes mean the same values on both sides. */
  steady: boolean;
}

/** DEFAULT clauses as written, by column name; `Column.default` is folded and would call `abc` and `ABC` equal. */
type Defaults = ReadonlyMap<string, string | null>;

/**
 * How to read the records of both sides, or `undefined` where a column is not stored at all: a VIRTUAL generated
 * column is computed when it is read.
 */
export function layOut(
  { before, after, columns }: TablePair,
  defaultsOf: (side: 'before' | 'after') => Defaults,
): Layout | undefined {
  if (columns.some((column) => isVirtual(column.before) || isVirtual(column.after))) return undefined;
  const former = places(before);
  const present = places(after);
  const layout = {
    before: columns.map((column) => former.get(column.before.name) as Place),
    after: columns.map((column) => present.get(column.after.name) as Place),
    stored: { before: storedColumns(before).length, after: storedColumns(after).length },
  };
  const samePlaces = layout.before.every((place, position) =>
    samePlace(place, layout.after[position] as Place),
  );
  const steady = samePlaces && (before.sql === after.sql || sameDefaults(columns, defaultsOf));
  return { ...layout, steady };
}

/** Old, short records lack the columns that were added behind them: those hold the default. */
function sameDefaults(
  columns: TablePair['columns'],
  defaultsOf: (side: 'before' | 'after') => Defaults,
): boolean {
  if (columns.every(({ before, after }) => before.default === undefined && after.default === undefined)) {
    return true;
  }
  const former = defaultsOf('before');
  const present = defaultsOf('after');
  return columns.every(
    ({ before, after }) =>
      (former.get(before.name) ?? null) === (present.get(after.name) ?? null) &&
      (before.default === undefined || before.type === after.type),
  );
}

function places(table: Table): Map<string, Place> {
  const stored = storedColumns(table);
  return new Map(
    stored.map(({ name, type }, at) => {
      const alias = table.rowidAlias !== undefined && sameName(table.rowidAlias, name);
      return [name, { name, at: alias ? stored.length : at, alias, real: !alias && isReal(type) }];
    }),
  );
}

function samePlace(before: Place, after: Place): boolean {
  if (before.alias || after.alias) return before.alias === after.alias;
  return before.at === after.at && before.real === after.real;
}

function storedColumns({ columns }: Table): Column[] {
  return columns.filter((column) => !isVirtual(column));
}

function isVirtual({ generated }: Column): boolean {
  return generated !== undefined && !generated.stored;
}

/** REAL affinity of a declared type (sqlite.org/datatype3.html, section 3.1). */
export function isReal(type: string): boolean {
  return /real|floa|doub/i.test(type) && !/int|char|clob|text|blob/i.test(type);
}
