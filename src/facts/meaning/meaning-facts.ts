/** What kept its text, or was made again under its name, and means something else in *after*. */
export interface MeaningFacts {
  triggers: TriggerMeaning[];
  views: ViewMeaning[];
  swaps: TableSwap[];
  indexes: RenumberedIndex[];
}

export interface TriggerMeaning {
  /** Name in *after*; of a `replaced` one, in *before*. */
  trigger: string;
  /** The table or view that it watches: name in *after*. */
  table: string;
  change: TriggerChange;
}

export type TriggerChange =
  /** UPDATE OF columns that are not there: it never runs. */
  | { kind: 'never-fires'; columns: string[] }
  /** Does not run any more where these columns are written, though it uses them. */
  | { kind: 'fires-less'; columns: string[] }
  /** Runs before the row is written now, and needs what is there afterwards. */
  | { kind: 'too-early' }
  /** Runs on another event than before, such as `UPDATE of t`. */
  | { kind: 'other-event'; from: string; to: string }
  | NameChange
  /** An INSERT without a list of columns fills them in another order. */
  | { kind: 'positions'; target: string }
  /** Does not write any more to a table that is still there, or does not refuse any more. */
  | { kind: 'does-less'; what: string }
  /** A new trigger does the same once more. */
  | { kind: 'beside'; other: string; target: string }
  /** Gone by name, and new ones do what it did. */
  | { kind: 'replaced'; by: string[]; renamed?: true };

export interface ViewMeaning {
  view: string;
  change: ViewChange;
  /** What of *after* made it another one, as `table.column` or `table`; for the place. */
  hints: string[];
}

export type ViewChange =
  /** Gives other rows, though nothing that it reads has changed; `meant`: made again, and chooses its rows by something new. */
  | {
      kind: 'rows';
      before: number;
      after: number;
      gone: number;
      came: number;
      cause?: NameChange;
      meant?: true;
    }
  /** Reading it fails now. */
  | { kind: 'fails'; message: string }
  /** Output columns that are gone; `followed`: since columns of its tables were dropped or renamed. */
  | { kind: 'columns'; columns: string[]; followed?: true }
  | NameChange;

/** What names in an unchanged text mean now. */
export type NameChange =
  /** Another column; without `from`, what was a text in double quotes. */
  | { kind: 'resolved'; from?: string; to: string }
  /** NATURAL JOIN or USING takes other columns. */
  | { kind: 'joined'; columns: string[] };

/** A table of *before* whose name another table of *before* has in *after*. */
export interface TableSwap {
  /** The name. */
  table: string;
  /** The former name of the table that has it now. */
  from: string;
  /** Where the former table of this name is now; absent where it is gone. */
  to?: string;
  /** Rows of the former table; those that the present one lacks, and those that differ there. */
  rows: number;
  missing: number;
  changed: number;
}

/** A full-text index without content of its own, of which the same documents stand under other rowids. */
export interface RenumberedIndex {
  table: string;
  /** Documents of *before*, and how many of them stand under another rowid. */
  documents: number;
  moved: number;
}
