import type { ColumnPair } from '../../lineage/pairing.ts';
import type { ValuePair } from './strict-sql.ts';

/** How rows of the two sides were paired: a FROM clause over pairs with aliases `a` (after) and `b` (before). */
export interface Matches {
  /** Pairs in all, those included that `from` leaves out because they are known to be equal. */
  matched: number;
  from: string;
  /** The two expressions of a column within `from`; `position` counts within the table pair's columns. */
  values(column: ColumnPair, position: number): ValuePair;
}
