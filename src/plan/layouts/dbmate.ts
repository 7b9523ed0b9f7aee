import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { lineCounter } from '../../sql/lines.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { compareKeys, directFiles, nameOf } from '../layout-kit/file-names.ts';
import { runsLate } from '../layout-kit/late.ts';
import type { DatabaseState, Layout, LayoutMigration, LayoutReading } from '../layout-kit/layout.ts';
import { textOf } from '../layout-kit/line-ends.ts';
import { withoutFile } from '../layout-kit/without-file.ts';
import { statementSteps } from '../statement-steps.ts';

const TABLE = 'schema_migrations';

/** Go's `^`, `$` and `\s`: a carriage return ends no line, and what stands behind a byte order mark begins none. */
const UP = /(?<=^|\n)--[\t\n\f\r ]*migrate:up([\t\n\f\r ]*(?=\n|$)|[\t\n\f\r ]+[^\t\n\f\r ]+)/g;
const DOWN = /(?<=^|\n)--[\t\n\f\r ]*migrate:down([\t\n\f\r ]*(?=\n|$)|[\t\n\f\r ]+[^\t\n\f\r ]+)/g;

const NO_UP = "dbmate requires each migration to define an up block with '-- migrate:up'";
const NO_DOWN = "dbmate requires each migration to define a down block with '-- migrate:down'";
const TOO_EARLY = "dbmate does not support statements preceding the '-- migrate:up' block";

interface DbmateFile {
  /** The digits as they stand there: a text. */
  version: string;
  source: MigrationFile;
}

/** From one `migrate:up` to the next. */
interface DbmateSection {
  up: Block;
  down: Block;
}

interface Block {
  sql: string;
  /** 1-based line of the file. */
  line: number;
  optsOut: boolean;
}

/**
 * amacneil/dbmate: pkg/dbmate/{migration,db}.go, pkg/driver/sqlite/sqlite.go. An up block runs in one transaction with its
 * row, unless its own line says `transaction:false`. A file is parsed only when its turn comes.
 */
export const dbmate: Layout = {
  name: 'dbmate',
  tool: 'dbmate',
  description: '`NUMBER_name.sql` with `-- migrate:up` and `down`; the history is in `schema_migrations`.',
  profile: {
    transaction: 'file',
    foreignKeys: false,
    withoutTransaction: '`-- migrate:up transaction:false`',
  },
  driverDecides: true,
  command: 'dbmate --url sqlite:DATABASE --migrations-dir DIRECTORY migrate',
  history: { table: TABLE, columns: ['version'], common: true, vague: true },
  claims: ({ files }: MigrationFolder) => files.some((file) => textOf(file).search(UP) !== -1),
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const { versioned, ignored } = byName(folder);
    const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
    const pending = versioned.filter(({ version }) => !applied.has(version));
    const name = table?.table ?? options.table ?? TABLE;
    const newest = versioned.findLast(({ version }) => applied.has(version));
    return {
      applied: versioned.length - pending.length,
      pending: pending.flatMap((one) => migrations(one, quoteName(name))),
      problems: [...late(pending, newest), ...gone(name, versioned, applied)],
      ignored,
      setup:
        table === undefined ? [`CREATE TABLE ${quoteName(name)} (version varchar(128) primary key)`] : [],
      bookkeeping: { tables: [name], userVersion: false },
    };
  },
};

function byName(folder: MigrationFolder): { versioned: DbmateFile[]; ignored: string[] } {
  const { direct, below } = directFiles(folder);
  const versioned: DbmateFile[] = [];
  const ignored = below.map(({ file }) => file);
  for (const source of direct) {
    const version = /^(\d+).*\.sql$/.exec(nameOf(source))?.[1];
    if (version === undefined) ignored.push(source.file);
    else versioned.push({ version, source });
  }
  return {
    versioned: versioned.toSorted((a, b) => compareKeys(nameOf(a.source), nameOf(b.source))),
    ignored,
  };
}

/** Mostly one. Each further section of a file is run by itself, with a row of the same version. */
function migrations({ version, source }: DbmateFile, table: string): LayoutMigration[] {
  const { file } = source;
  const insert = `INSERT INTO ${table} (version) VALUES (${quoteText(version)})`;
  const remove = `DELETE FROM ${table} WHERE version = ${quoteText(version)}`;
  const sections = sectionsOf(textOf(source));
  if (typeof sections === 'string') {
    const problem: PlanProblem = { kind: 'invalid', sentence: sections, refuses: true, file };
    return [{ id: version, file, steps: [{ do: 'refuse', problem }] }];
  }
  return sections.map(({ up, down }) => ({
    id: version,
    file,
    ...run(file, up, insert),
    down: run(file, down, remove),
  }));
}

function run(file: string, { sql, line, optsOut }: Block, record: string) {
  return {
    steps: statementSteps(file, sql, line),
    records: { within: [record] },
    ...(optsOut && { optsOut: true as const }),
  };
}

/** Or why the tool cannot read the file. */
function sectionsOf(text: string): DbmateSection[] | string {
  const starts = [...text.matchAll(UP)].map(({ index }) => index);
  const lineAt = lineCounter(text);
  const [first] = starts;
  if (first === undefined) return NO_UP;
  const before = text.slice(0, first).split('\n');
  if (before.some((line) => !/^[\t\n\f\r ]*(--|$)/.test(line))) return TOO_EARLY;
  const sections: DbmateSection[] = [];
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? text.length;
    const downs = [...text.slice(start, end).matchAll(DOWN)].map(({ index }) => start + index);
    if (downs.length > 1) return NO_UP;
    const [down] = downs;
    if (down === undefined) return NO_DOWN;
    sections.push({
      up: block(text.slice(start, down), lineAt(start)),
      down: block(text.slice(down, end), lineAt(down)),
    });
  }
  return sections;
}

/** The directive's own line gives the options, and nothing to the database but a comment. */
function block(text: string, line: number): Block {
  const end = text.indexOf('\n');
  const directive = end === -1 ? text : text.slice(0, end);
  const options = directive
    .replace(/^--[\t\n\f\r ]*migrate:(up|down)/, '')
    .trim()
    .split(/\s+/)
    .map((option) => option.split(':'));
  const [, value] = options.findLast((pair) => pair.length === 2 && pair[0] === 'transaction') ?? [];
  return { sql: end === -1 ? '' : text.slice(end), line, optsOut: value === 'false' };
}

function late(pending: readonly DbmateFile[], newest: DbmateFile | undefined): PlanProblem[] {
  if (newest === undefined) return [];
  const older = pending.filter(({ source }) => nameOf(source) < nameOf(newest.source));
  return runsLate(
    'dbmate',
    older.map(({ version, source: { file } }) => ({ id: version, file })),
    newest.version,
  );
}

function gone(table: string, versioned: readonly DbmateFile[], applied: ReadonlySet<string>): PlanProblem[] {
  const known = new Set(versioned.map(({ version }) => version));
  const rows = [...applied].filter((version) => !known.has(version)).map((id) => ({ id }));
  return withoutFile({ tool: 'dbmate', table, gone: rows, pending: [] });
}
