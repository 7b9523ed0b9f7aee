import type { Location } from './finding.ts';
import type { Profile } from './plan.ts';
import type { CommandOptions } from './rehearsal/command.ts';
import type { ScenarioName } from './rehearsal/scenarios.ts';
import type { Samples } from './samples.ts';

/** The user's settings, parsed and trusted. Paths are absolute, defaults are applied. */
export interface Settings {
  /** In the order in which they were given; several come from several lines, or from a glob. */
  databases: DatabaseFile[];
  /** Absent, and no command: nothing to rehearse, a health check. */
  migrations?: MigrationFolder;
  /** Instead of `migrations`: the project's own tool. */
  command?: CommandOptions;
  layout: LayoutOptions;
  profile: ProfileOptions;
  /** What is rehearsed besides; auto: all where the rehearsal was short. */
  rehearse: 'auto' | ScenarioName[];
  failOn: 'error' | 'warning' | 'never';
  orphans: 'any' | 'introduced';
  samples: Samples;
  output: string;
  upload: 'auto' | 'report' | 'all' | 'never';
  artifactName: string;
  retentionDays?: number;
  comment: CommentWish;
  timeoutMs: number;
  workspace: string;
  checks: Checks;
  expect: Expectations;
  allow: Allowance[];
  /** What of it a pull request can change, and loosens the gate. */
  declared: Declarations;
  /** The release of SQLite that production has, such as `3.40`. */
  productionSqlite?: string;
  /** The config file that was read, relative to the workspace. */
  configFile?: string;
}

/** One snapshot to work on. */
export interface DatabaseFile {
  /** Absolute. */
  path: string;
  /** As the user wrote it; for what a glob found, relative like the glob. */
  name: string;
  /** Name of its migrated copy in `output`: no two of a run are equal, in any case of letters. */
  migrated: string;
}

/** What `migrations` names. */
export interface MigrationFolder {
  /** As the user wrote it. */
  name: string;
  /** Every .sql file, in an order that is the same on every machine. */
  files: MigrationFile[];
  /** Files that say how others are to be read, such as a journal. */
  companions: MigrationFile[];
  /** All other files, relative to the workspace. */
  ignored: string[];
}

/** How the files are named, ordered and tracked, as far as the user says. */
export interface LayoutOptions {
  /** `auto`, or the name of a layout. */
  name: string;
  /** The tool's table, where it has another name than usual. */
  table?: string;
  /** Of a tool of one's own: the column that holds what was applied. */
  column?: string;
  /** Of plain files: numbers in names by their value, or byte by byte. */
  order?: 'natural' | 'name';
}

/** How production executes, as far as the user says. */
export interface ProfileOptions {
  /** `auto`, or the name of a profile. */
  name: string;
  foreignKeys: 'auto' | boolean;
  transaction?: Profile['transaction'];
}

export interface SqlFile {
  /** Relative to the workspace, with `/`. */
  file: string;
  sql: string;
}

export interface MigrationFile extends SqlFile {
  /** Relative to the folder that `migrations` names, with `/`. */
  path: string;
  /** The file begins with a byte order mark, which is not in `sql`. */
  bom?: true;
}

/** What is measured besides the health of the database. */
export interface Checks {
  required: RequiredCheck[];
  references: ReferenceCheck[];
  queries: QueryCheck[];
  /** The application's SQL: each of its statements must still prepare. */
  statements: SqlFile[];
}

export interface RequiredCheck extends Declared {
  table: string;
  column: string;
}

/** A foreign key that the schema does not declare. */
export interface ReferenceCheck extends Declared {
  table: string;
  columns: string[];
  parent: string;
  /** As many as `columns`. */
  parentColumns: string[];
}

/** A SELECT of which each row is a problem. */
export interface QueryCheck extends Declared {
  id: string;
  sql: string;
}

interface Declared {
  /** Where it was declared. */
  source: Location;
}

export interface Expectations {
  tables: string[];
  columns: (Declared & { table: string; column: string })[];
  /** Key: an index name or a LIKE pattern. */
  indexes: { pattern: string; count: Count }[];
  rows: (Declared & { table: string; count: Count | 'unchanged' })[];
}

export interface Count {
  operator: '>=' | '<=' | '=' | '>' | '<';
  value: number;
}

/** The author's declared intent: this loss is meant. */
export interface Allowance extends Declared {
  rule: string;
  table?: string;
  column?: string;
  object?: string;
  /** A table or an object by its name: a comment in SQL does not say which. */
  subject?: string;
  /** Id, file or number of the migration that it belongs to. */
  migration?: string;
  reason: string;
  max?: number;
  /** ISO date; from the next day on it does not count. */
  expires?: string;
}

/**
 * What the config, or a comment in SQL, says that makes the gate look away. Whoever opens a pull request can write it, so
 * that whoever reads the report has to see it.
 */
export interface Declarations {
  items: Declaration[];
  /** What the change is measured from; absent outside of one. */
  change?: Change;
}

export interface Change {
  kind: ChangeKind;
  /** The checkout does not hold the commit before the change: nobody knows what is new. */
  isUnknown?: true;
}

export type ChangeKind = 'pull request' | 'merge group' | 'push';

export interface Declaration {
  /** `withdrawn`: a check that the config made before the change, and no longer makes. */
  kind: 'allowance' | 'setting' | 'withdrawn';
  /** As it is written, in short, such as `orphans: introduced`. */
  text: string;
  source: Location;
  /** Of an allowance: the migration that it is for, where it names one. */
  migration?: string;
  /** It was not there before the change; absent where it was, or where nobody knows. */
  isNew?: true;
}

/** The comment on a pull request. */
export interface CommentWish {
  when: 'never' | 'on-problems' | 'changes' | 'always';
  /** One comment for each; several jobs of a workflow have several. */
  key: string;
  /** May write to the pull request; no report shows it, and no engine gets it. */
  token?: string;
}
