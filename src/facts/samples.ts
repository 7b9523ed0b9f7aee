/** What of a row may appear in any output: nothing, its key, or also the values concerned. */
export type Samples = 'none' | 'keys' | 'values';

/** One row, as `samples` asks for it. Values are spelt as SQL literals, cut where they are long. */
export interface SampleRow {
  /** Primary key, else the rowid; empty for a row that has neither. */
  key: { column: string; value: string }[];
  /** Of the columns concerned; a side that the row is not on is absent. */
  values?: { column: string; before?: string; after?: string }[];
}
