/** What the database says about the migrations that were applied to it. */
export interface History {
  /** Migration history tables of a known tool, or the one that the user named. */
  tables: HistoryTable[];
  /** Tables with rows that may be a migration history by their name, and are no known tool's by their columns. */
  others: string[];
  /** Tables with which tools lock themselves while they migrate; absent where there are none. */
  locks?: HistoryTable[];
  /** `PRAGMA user_version`. */
  userVersion: number;
}

export interface HistoryTable {
  /** The tool that it was recognised as by its columns; absent where only the user named it. */
  tool?: string;
  table: string;
  /** In the order in which they were written. */
  rows: HistoryRow[];
}

/** Column, in lower case, to value; integers beyond 2^53 as bigint. */
export type HistoryRow = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;
