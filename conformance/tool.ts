/** A migration as the scenarios have it; a tool writes it in its own form. */
export interface Migration {
  /** 1, 2, … in the order in which they were written. */
  number: number;
  name: string;
  statements: string[];
  /** The file as it stands, instead of what the tool makes of the statements. */
  text?: string;
}

export interface Scenario {
  name: string;
  /** Run by the tool itself on an empty database, before the rows of the example are put in. */
  applied: Migration[];
  /** All files of the folder when the comparison begins. */
  files: Migration[];
  /** The tool has run these files once already, and its end was what it was. */
  again?: true;
  /** The tool has never seen the database. */
  unseen?: true;
}

/** What the tool's run came to. */
export interface ToolRun {
  succeeded: boolean;
  /** Its first words about an error. */
  says?: string;
}

export interface Tool {
  name: string;
  layout: string;
  /** Where production must be declared. */
  profile?: string;
  /** Its version, or what is missing and how it can be had. */
  find(): { version: string } | { missing: string };
  /** Files of a migration folder by their paths in it. */
  files(migrations: readonly Migration[]): Record<string, string>;
  /** Migrates the database at `path` with the files of `folder`; `scratch` is an empty folder of this run. */
  run(path: string, folder: string, scratch: string): Promise<ToolRun>;
  /** Columns of its own table whose values no two runs share: compared by type, or by nothing at all. */
  volatile: Record<string, 'type' | 'nothing'>;
  /** Tables of its own that no snapshot of production brings along. */
  hidden?: string[];
  /** How what is run differs from what production runs. */
  note?: string;
  /** What only this tool can be asked. */
  scenarios?: Scenario[];
}
