import type { HistoryRow } from '../../facts/history.ts';
import type { PlanProblem, RefusalStep, StatementStep } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { sha256, sha256OfEitherLineEnd } from '../layout-kit/checksum.ts';
import { type Journal, type JournalEntry, journalOf } from '../layout-kit/drizzle-journal.ts';
import {
  type DatabaseState,
  type Layout,
  type LayoutMigration,
  type LayoutReading,
  NOTHING,
} from '../layout-kit/layout.ts';
import { statementSteps } from '../statement-steps.ts';

const TABLE = '__drizzle_migrations';
const BREAKPOINT = '--> statement-breakpoint';

interface Listed extends JournalEntry {
  /** Absent where there is no such file. */
  source?: MigrationFile;
}

/**
 * drizzle-team/drizzle-orm: drizzle-orm/src/migrator.ts, sqlite-core/dialect.ts, libsql/migrator.ts. The journal gives
 * the order; all that is pending runs in one transaction, and only the time in the journal says what is pending.
 */
export const drizzle: Layout = {
  name: 'drizzle',
  tool: 'Drizzle',
  description: 'SQL files listed in `meta/_journal.json`; the history is in `__drizzle_migrations`.',
  // better-sqlite3 turns foreign keys on, takes no text in double quotes and is in defensive mode.
  profile: { transaction: 'all', foreignKeys: true, doubleQuotedText: false, defensive: true },
  // The libsql client turns them off around a migration, and takes no such text either.
  otherDrivers: [
    {
      name: 'drizzle-libsql',
      transaction: 'all',
      foreignKeys: false,
      doubleQuotedText: false,
      defensive: true,
    },
  ],
  command: 'npx drizzle-kit migrate',
  history: { table: TABLE, columns: ['id', 'hash', 'created_at'], common: true },
  claims: (folder: MigrationFolder) => journalOf(folder) !== undefined,
  read(folder: MigrationFolder, { table, options, profile }: DatabaseState): LayoutReading {
    const name = table?.table ?? options.table ?? TABLE;
    const reading: LayoutReading = { ...NOTHING, bookkeeping: { tables: [name], userVersion: false } };
    const journal = journalOf(folder);
    if (journal === undefined) return { ...reading, ...withoutJournal(folder) };
    if ('problem' in journal) return { ...reading, problems: [journal.problem] };
    const listed = journal.entries.map((entry): Listed => withFile(entry, folder));
    const rows = table?.rows ?? [];
    const latest = latestOf(rows);
    const pending = listed.filter(({ when }) => latest === undefined || when > latest);
    const older = listed.filter((entry) => !pending.includes(entry));
    const known = new Set(listed.map(({ source }) => source?.file));
    return {
      ...reading,
      applied: older.filter((entry) => !isSkipped(entry, rows)).length,
      pending: pending.flatMap((entry) => migration(entry, quoteName(name), profile === 'drizzle-libsql')),
      problems: [
        ...missing(listed, folder, journal),
        ...older.flatMap((entry) => unnoticed(entry, rows, latest)),
        ...(profile === 'drizzle-libsql' ? pending.flatMap(passedOver) : []),
      ],
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      setup: table === undefined ? [makeTable(quoteName(name))] : [],
    };
  },
};

/** SERIAL is no alias of the rowid: every id stays NULL. */
function makeTable(table: string): string {
  return `CREATE TABLE IF NOT EXISTS ${table} (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			)`;
}

function withoutJournal({ name, files }: MigrationFolder): Partial<LayoutReading> {
  // A file or a pattern leaves the journal out, wherever it is: nothing is recognised then.
  if (/[*?[\]{}]|\.sql$/i.test(name)) return {};
  if (files.some(({ path }) => /\/migration\.sql$/.test(path)))
    return { unsupported: `${name} has the folders of Drizzle 1.0, which keeps no journal` };
  const sentence = "Can't find meta/_journal.json file";
  return { problems: [{ kind: 'missing', sentence, refuses: true }] };
}

function withFile(entry: JournalEntry, { files }: MigrationFolder): Listed {
  const source = files.find(({ path }) => path === `${entry.tag}.sql`);
  return { ...entry, ...(source && { source }) };
}

/** The greatest `created_at`, which is all that drizzle asks the table. */
function latestOf(rows: readonly HistoryRow[]): number | undefined {
  return rows.length === 0 ? undefined : Math.max(...rows.map(({ created_at }) => Number(created_at)));
}

/** All files are read before the first is run, those too that are applied. */
function missing(listed: readonly Listed[], { name }: MigrationFolder, { file }: Journal): PlanProblem[] {
  const lost = listed.find(({ source }) => source === undefined);
  if (lost === undefined) return [];
  const sentence = `No file ${name}/${lost.tag}.sql found in ${name} folder`;
  return [{ kind: 'missing', sentence, refuses: true, file }];
}

/** What drizzle does not see: it compares times, and no file. */
function unnoticed(entry: Listed, rows: readonly HistoryRow[], latest = 0): PlanProblem[] {
  const { tag, when, source } = entry;
  if (source === undefined || hasHash(source, rows)) return [];
  const { file } = source;
  if (isSkipped(entry, rows)) {
    const sentence = `drizzle passes over ${tag} without a word and never runs it: its time ${when} in the journal is not after ${latest}, the latest that was applied`;
    return [{ kind: 'out-of-order', sentence, refuses: false, skips: true, file }];
  }
  const sentence = `${tag} was applied with another content, which drizzle does not notice`;
  return [{ kind: 'edited', sentence, refuses: false, file }];
}

function isSkipped({ when, source }: Listed, rows: readonly HistoryRow[]): boolean {
  const isKnown = rows.some(({ created_at }) => Number(created_at) === when);
  return !isKnown && source !== undefined && !hasHash(source, rows);
}

function hasHash(source: MigrationFile, rows: readonly HistoryRow[]): boolean {
  const hashes = sha256OfEitherLineEnd(source);
  return rows.some(({ hash }) => hashes.includes(String(hash)));
}

function migration({ tag, when, source }: Listed, table: string, isLibsql: boolean): LayoutMigration[] {
  if (source === undefined) return [];
  const record = `INSERT INTO ${table} ("hash", "created_at") VALUES(${quoteText(sha256(source))}, ${when})`;
  const steps = chunksOf(source).flatMap((chunk) => stepOf(chunk, source, isLibsql));
  return [{ id: tag, file: source.file, steps, records: { within: [record] } }];
}

interface Chunk {
  statements: StatementStep[];
  line: number;
}

/** What stands between two breakpoints goes to the driver as one text. */
function chunksOf({ file, sql }: MigrationFile): Chunk[] {
  let line = 1;
  return sql.split(BREAKPOINT).map((text) => {
    const chunk = { statements: statementSteps(file, text, line), line };
    line += text.split('\n').length - 1;
    return chunk;
  });
}

/**
 * better-sqlite3 takes exactly one statement. libsql runs the first one and drops the others, and takes no text without
 * any.
 */
function stepOf({ statements, line }: Chunk, { file }: MigrationFile, isLibsql: boolean) {
  const [first, second] = statements;
  if (first === undefined)
    return refusal(
      file,
      line,
      isLibsql ? 'libsql: not an error' : 'better-sqlite3: The supplied SQL string contains no statements',
      'nothing stands between two breakpoints, or before the first or after the last',
    );
  if (second === undefined || isLibsql) return first;
  return refusal(
    file,
    second.line,
    'better-sqlite3: The supplied SQL string contains more than one statement',
    `"${BREAKPOINT}" must stand before this one`,
  );
}

function refusal(file: string, line: number, sentence: string, reason: string): RefusalStep {
  return {
    do: 'refuse',
    problem: { kind: 'invalid', sentence: `${sentence} (${reason})`, refuses: true, file, line },
  };
}

function passedOver({ source }: Listed): PlanProblem[] {
  if (source === undefined) return [];
  const { file } = source;
  return chunksOf(source).flatMap(({ statements: [, second] }): PlanProblem[] => {
    if (second === undefined) return [];
    const sentence = `libsql runs only the first statement between two breakpoints, and drops this one without a word: "${BREAKPOINT}" must stand before it`;
    return [{ kind: 'invalid', sentence, refuses: false, file, line: second.line }];
  });
}
