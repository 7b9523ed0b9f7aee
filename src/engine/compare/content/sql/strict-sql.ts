import { quoteName } from '../../../../sql/quote.ts';

/** Two SQL expressions for the same value on both sides. */
export interface ValuePair {
  before: string;
  after: string;
}

/** `alias.column` without the affinity that a column brings into a comparison. */
export function bare(alias: string, column: string): string {
  return `+${alias}.${quoteName(column)}`;
}

/**
 * Exact difference of two values: storage class, then bytes (reals by value). `IS NOT` alone would call 1 and 1.0
 * equal, and 'a' and 'A' under NOCASE; a column's affinity would call '00501' and 501 equal.
 */
export function differs({ before, after }: ValuePair): string {
  return `(typeof(${after}) <> typeof(${before}) OR ${after} COLLATE BINARY IS NOT ${before})`;
}

export function same({ before, after }: ValuePair): string {
  return `(typeof(${after}) = typeof(${before}) AND ${after} COLLATE BINARY IS ${before})`;
}

/** `terms` joined by `operator` as a balanced tree: SQLite allows a depth of 1,000, a table 2,000 columns. */
export function balanced(operator: 'AND' | 'OR', terms: readonly string[]): string {
  const [first] = terms;
  if (first === undefined) return operator === 'AND' ? '1' : '0';
  if (terms.length === 1) return first;
  const half = terms.length >> 1;
  return `(${balanced(operator, terms.slice(0, half))} ${operator} ${balanced(operator, terms.slice(half))})`;
}

/** The condition under which a value differs in this way. */
export function isOfKind(
  kind: 'filled' | 'changed' | 'nulled' | 'retyped',
  { before, after }: ValuePair,
): string {
  const bothThere = `${after} IS NOT NULL AND ${before} IS NOT NULL`;
  switch (kind) {
    case 'filled':
      return `${before} IS NULL AND ${after} IS NOT NULL`;
    case 'changed':
      return `${bothThere} AND typeof(${after}) = typeof(${before}) AND ${after} COLLATE BINARY IS NOT ${before}`;
    case 'nulled':
      return `${before} IS NOT NULL AND ${after} IS NULL`;
    case 'retyped':
      return `${bothThere} AND typeof(${after}) <> typeof(${before})`;
  }
}

/**
 * The storage classes of `values` as a few terms to group by: grouping alone calls 1 and 1.0 equal. A hundred go into
 * one term, because GROUP BY takes at most 2,000.
 */
export function storageClasses(values: readonly string[]): string[] {
  const terms: string[] = [];
  for (let start = 0; start < values.length; start += 100) {
    terms.push(
      values
        .slice(start, start + 100)
        .map((value) => `typeof(${value})`)
        .join(' || '),
    );
  }
  return terms;
}

/** Terms of a GROUP BY take at most 2,000; storage classes need one more for each 100 columns. */
export const MOST_COLUMNS_TO_SORT = 1900;

/** Number of sums that `columnSums` gives for a column. */
export const SUMS = 6;

/** The sums of a column, in the order of ColumnChange: filled, changed, nulled, retyped, jsonBroken, jsonStringified. */
export function columnSums(pair: ValuePair): string {
  const { before, after } = pair;
  const kinds = (['filled', 'changed', 'nulled', 'retyped'] as const).map((kind) => isOfKind(kind, pair));
  const broken = `CASE WHEN ${isJsonContainer(before)} THEN typeof(${after}) = 'text' AND NOT json_valid(${after}) ELSE 0 END`;
  const stringified = `CASE WHEN ${isJsonContainer(before)} THEN ${isJsonOfText(after)} ELSE 0 END`;
  return [...kinds, broken, stringified].map((condition) => `sum(${condition})`).join(', ');
}

/** Text that is a JSON object or array. Only text that begins like one is parsed, because parsing is expensive. */
function isJsonContainer(value: string): string {
  const first = `substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1)`;
  return `(typeof(${value}) = 'text' AND ${first} IN ('{', '[') AND json_valid(${value}))`;
}

/** Text that is a JSON string which holds, as its text, a JSON object or array. */
function isJsonOfText(value: string): string {
  const held = `json_extract(${value}, '$')`;
  const isString = `typeof(${value}) = 'text' AND substr(ltrim(${value}, char(9, 10, 13, 32)), 1, 1) = '"' AND json_valid(${value})`;
  return `CASE WHEN ${isString} THEN ${isJsonContainer(held)} ELSE 0 END`;
}
