import type { History, HistoryTable } from '../../facts/history.ts';
import type { Bookkeeping, PlanProblem, Profile, RefusalStep, StatementStep } from '../../facts/plan.ts';
import type { LayoutOptions, MigrationFolder } from '../../facts/settings.ts';

/**
 * How a tool names and orders its files, and how it records what it applied. Pure: the same files and rows give
 * the same reading, and nothing is executed.
 */
export interface Layout {
  /** Kebab-case; also the file's name, the value of the input `layout`, and the name of its page in docs/recipes. */
  name: string;
  /** The tool as its users write it. */
  tool: string;
  /** What its files and its history look like, in a line of Markdown. */
  description: string;
  /** How the tool executes its files with its usual driver. */
  profile: DriverProfile;
  /** How it executes them with other drivers, each a profile of its own name. */
  otherDrivers?: readonly (DriverProfile & { name: string })[];
  /** Its table, recognised by its columns: names collide, and get changed. */
  history?: HistoryShape;
  /** Other tables that the tool writes for itself. */
  own?: readonly string[];
  /** The foreign keys depend on the driver that production has. */
  driverDecides?: true;
  /** How the tool is started, with DATABASE for the file. */
  command?: string;
  /** With this flag it does not ask before it migrates. */
  quietly?: string;
  /**
   * The files can be nobody else's; in whatever folder, because a tool's files that are not where it looks for them must
   * not be run as somebody else's.
   */
  claims(folder: MigrationFolder, history: History): boolean;
  read(folder: MigrationFolder, state: DatabaseState): LayoutReading;
}

/** A profile without its name; text in double quotes is taken unless it says otherwise. */
export type DriverProfile = Omit<Profile, 'name' | 'doubleQuotedText'> &
  Partial<Pick<Profile, 'doubleQuotedText'>>;

export interface HistoryShape {
  /** Lower case; the table has these columns and no others. */
  columns: readonly string[];
  /** As the tool names it by itself. */
  table: string;
  /** The column that holds integers: a table with anything else there is not the tool's. */
  integers?: string;
  /** Others have such columns too: the name must be the usual one; or speak of migrations, and the files know a row. */
  common?: true;
  /** Many a table has such columns: the name must be the usual one. */
  usualName?: true;
  /** Many a runner of one's own keeps such a table: the files must be the tool's as well. */
  vague?: true;
}

/** What the database says. */
export interface DatabaseState {
  /** The layout's own table; absent where the snapshot has none. */
  table?: HistoryTable;
  userVersion: number;
  options: LayoutOptions;
  /** The profile that the user declared: drivers differ in what they take as one statement. */
  profile?: string;
}

/** What a layout makes of the files, and of what the database says. */
export interface LayoutReading {
  /** Migrations that are applied already. */
  applied: number;
  /** In the order in which the tool runs them. */
  pending: LayoutMigration[];
  problems: PlanProblem[];
  /** SQL files that the tool passes over, relative to the workspace. */
  ignored: string[];
  /** The tool's own SQL before the first migration. */
  setup: string[];
  bookkeeping: Bookkeeping;
  /** The tool's own sentence where nothing is pending. */
  idle?: string;
  /** How other releases of the tool, which nobody can tell from the files, run them. */
  otherwise?: Pick<Profile, 'transaction'>;
  /** Why these files cannot be rehearsed as SQL; goes on "The migrations cannot be rehearsed: ". */
  unsupported?: string;
}

export interface LayoutMigration {
  /** The tool's key for it. */
  id: string;
  /** The SQL file executed, relative to the workspace. */
  file: string;
  steps: (StatementStep | RefusalStep)[];
  /** It asks for no transaction around it, whatever the profile says. */
  optsOut?: true;
  records?: Records;
  /** What stops the tool after this migration: it looks at its files one by one while it runs them. */
  stop?: PlanProblem;
  /** The down migration. */
  down?: { steps: (StatementStep | RefusalStep)[]; records?: Records; optsOut?: true };
}

/** The tool's own SQL around one migration. */
export interface Records {
  /** Before its transaction. */
  before?: string[];
  /** After its statements, inside of its transaction where it has one. */
  within?: string[];
  /** After its transaction. */
  after?: string[];
}

/** A reading without anything; `bookkeeping` of no table. */
export const NOTHING: LayoutReading = {
  applied: 0,
  pending: [],
  problems: [],
  ignored: [],
  setup: [],
  bookkeeping: { tables: [], userVersion: false },
};
