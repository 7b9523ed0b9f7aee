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
  profile: {
    transaction: 'all',
    foreignKeys: true,
    doubleQuotedText: false,
    defensive: true,
    foreignKeysOff: 'run `PRAGMA foreign_keys=OFF` on the connection before `migrate()`, and ON after it',
  },
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
    const files = new Map(folder.files.map((file) => [file.path, file]));
    const listed = journal.entries.map((entry): Listed => withFile(entry, files));
    const rows = table?.rows ?? [];
    const history = historyOf(rows);
    const latest = latestOf(rows);
    const isPending = ({ when }: Listed) => latest === undefined || when > latest;
    const pending = listed.filter(isPending);
    const older = listed.filter((entry) => !isPending(entry));
    const again = twice(pending, journal);
    if (again.length > 0) return { ...reading, problems: again };
    const known = new Set(listed.map(({ source }) => source?.file));
    return {
      ...reading,
      applied: older.filter((entry) => !isSkipped(entry, history)).length,
      pending: pending.flatMap((entry) => migration(entry, quoteName(name), profile === 'drizzle-libsql')),
      problems: [
        ...missing(listed, folder, journal),
        ...older.flatMap((entry) => unnoticed(entry, history, latest)),
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

function withFile(entry: JournalEntry, files: ReadonlyMap<string, MigrationFile>): Listed {
  const source = files.get(`${entry.tag}.sql`);
  return { ...entry, ...(source && { source }) };
}

/** The tool would run such a file twice. Nobody means that, and a journal could name one file without end. */
function twice(pending: readonly Listed[], { file }: Journal): PlanProblem[] {
  const known = new Set<string>();
  for (const { tag } of pending) {
    const sentence = `${file} lists ${tag} twice`;
    if (known.has(tag)) return [{ kind: 'invalid', sentence, refuses: true, file }];
    known.add(tag);
  }
  return [];
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

/** What the table says. */
interface DrizzleHistory {
  times: ReadonlySet<number>;
  hashes: ReadonlySet<string>;
  /** Whether a file's hash is among them, as far as it was asked. */
  known: Map<MigrationFile, boolean>;
}

function historyOf(rows: readonly HistoryRow[]): DrizzleHistory {
  const times = new Set(rows.map(({ created_at }) => Number(created_at)));
  return { times, hashes: new Set(rows.map(({ hash }) => String(hash))), known: new Map() };
}

/** What drizzle does not see: it compares times, and no file. */
function unnoticed(entry: Listed, history: DrizzleHistory, latest = 0): PlanProblem[] {
  const { tag, when, source } = entry;
  if (source === undefined || hasHash(source, history)) return [];
  const { file } = source;
  if (isSkipped(entry, history)) {
    const sentence = `drizzle passes over ${tag} without a word and never runs it: its time ${when} in the journal is not after ${latest}, the latest that was applied`;
    return [{ kind: 'out-of-order', sentence, refuses: false, skips: true, file }];
  }
  const sentence = `${tag} was applied with another content, which drizzle does not notice`;
  return [{ kind: 'edited', sentence, refuses: false, file }];
}

function isSkipped({ when, source }: Listed, history: DrizzleHistory): boolean {
  return !history.times.has(when) && source !== undefined && !hasHash(source, history);
}

function hasHash(source: MigrationFile, { hashes, known }: DrizzleHistory): boolean {
  const isThere = known.get(source) ?? sha256OfEitherLineEnd(source).some((hash) => hashes.has(hash));
  known.set(source, isThere);
  return isThere;
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
