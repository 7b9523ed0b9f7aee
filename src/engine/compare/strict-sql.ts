import type { ColumnChange } from '../../facts/changes.ts';
import { quoteName } from '../../sql/quote.ts';

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
  if (terms.length === 0) return operator === 'AND' ? '1' : '0';
  if (terms.length === 1) return terms[0] as string;
  const half = terms.length >> 1;
  return `(${balanced(operator, terms.slice(0, half))} ${operator} ${balanced(operator, terms.slice(half))})`;
}

/** Four sums per column, in the order of ColumnChange: filled, changed, cleared, retyped. */
export function columnSums(pair: ValuePair): string {
  return (['filled', 'changed', 'cleared', 'retyped'] as const)
    .map((kind) => `sum(${isOfKind(kind, pair)})`)
    .join(', ');
}

/** The condition under which a value differs in this way. */
export function isOfKind(kind: Exclude<keyof ColumnChange, 'column'>, { before, after }: ValuePair): string {
  const bothThere = `${after} IS NOT NULL AND ${before} IS NOT NULL`;
  switch (kind) {
    case 'filled':
      return `${before} IS NULL AND ${after} IS NOT NULL`;
    case 'changed':
      return `${bothThere} AND typeof(${after}) = typeof(${before}) AND ${after} COLLATE BINARY IS NOT ${before}`;
    case 'cleared':
      return `${before} IS NOT NULL AND ${after} IS NULL`;
    case 'retyped':
      return `${bothThere} AND typeof(${after}) <> typeof(${before})`;
  }
}
