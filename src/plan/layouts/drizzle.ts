import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { sha256 } from '../layout-kit/checksum.ts';
import { accountOf, type DrizzleAccount } from '../layout-kit/drizzle-account.ts';
import { chunksOf, droppedFrom, needsLibsql, stepsOf } from '../layout-kit/drizzle-chunks.ts';
import { type DrizzleDriver, driverNamed, otherDrivers, usualDriver } from '../layout-kit/drizzle-drivers.ts';
import {
  type Journal,
  type JournalEntry,
  journalOf,
  type Listed,
  lineOfTime,
} from '../layout-kit/drizzle-journal.ts';
import { type DatabaseState, type Layout, type LayoutReading, NOTHING } from '../layout-kit/layout.ts';
import { withoutFile } from '../layout-kit/without-file.ts';

const TABLE = '__drizzle_migrations';

/**
 * drizzle-team/drizzle-orm: drizzle-orm/src/migrator.ts, sqlite-core/dialect.ts, libsql/migrator.ts. The journal gives
 * the order; all that is pending runs in one transaction, and only the time in the journal says what is pending.
 */
export const drizzle: Layout = {
  name: 'drizzle',
  tool: 'Drizzle',
  description: 'SQL files listed in `meta/_journal.json`; the history is in `__drizzle_migrations`.',
  profile: usualDriver.profile,
  otherDrivers: otherDrivers.map(({ name, profile }) => ({ name, ...profile })),
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
    const listed = journal.entries.map((entry) => withFile(entry, files));
    const account = accountOf(listed, table?.rows ?? []);
    const again = twice(account.pending, journal);
    if (again.length > 0) return { ...reading, problems: again };
    const chunked = account.pending.flatMap(({ source, ...entry }) =>
      source === undefined ? [] : [{ ...entry, source, chunks: chunksOf(source) }],
    );
    const driver = driverNamed(profile);
    const chunks = chunked.flatMap((one) => one.chunks);
    const libsql = needsLibsql(chunks, profile);
    const known = new Set(listed.map(({ source }) => source?.file));
    return {
      ...reading,
      applied: account.applied.length,
      pending: chunked.map((one) => ({
        id: one.tag,
        file: one.source.file,
        steps: one.chunks.flatMap((chunk) => stepsOf(chunk, driver)),
        records: { within: [recordOf(one, quoteName(name), driver)] },
      })),
      problems: [
        ...missing(listed, folder, journal),
        ...unnoticed(account, journal),
        ...droppedFrom(chunks, driver),
        ...gone(name, account),
      ],
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      setup: table === undefined ? [makeTable(quoteName(name))] : [],
      ...(libsql !== undefined && { unsupported: libsql }),
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

function recordOf(
  { source, when }: { source: MigrationFile; when: number },
  table: string,
  { bundled }: DrizzleDriver,
): string {
  const hash = quoteText(bundled ? '' : sha256(source));
  return `INSERT INTO ${table} ("hash", "created_at") VALUES(${hash}, ${when})`;
}

function withoutJournal({ name, files }: MigrationFolder): Partial<LayoutReading> {
  // A file or a pattern leaves the journal out, wherever it is: nothing is recognised then.
  if (/[*?[\]{}]|\.sql$/i.test(name)) return {};
  if (files.some(({ path }) => /\/migration\.sql$/.test(path)))
    return {
      unsupported: `${name} has the folders of Drizzle 1.0, and the table of the snapshot is of an older release, which Drizzle 1.0 changes before it migrates`,
    };
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

/** All files are read before the first is run, those too that are applied. */
function missing(listed: readonly Listed[], { name }: MigrationFolder, { file }: Journal): PlanProblem[] {
  const lost = listed.find(({ source }) => source === undefined);
  if (lost === undefined) return [];
  const sentence = `No file ${name}/${lost.tag}.sql found in ${name} folder`;
  return [{ kind: 'missing', sentence, refuses: true, file }];
}

/** What drizzle does not see: it compares times, and no file. */
function unnoticed({ skipped, edited, latest = 0 }: DrizzleAccount, journal: Journal): PlanProblem[] {
  const { file } = journal;
  return [
    ...skipped.map((entry): PlanProblem => {
      const { tag, when } = entry;
      const line = lineOfTime(journal, entry);
      return {
        kind: 'out-of-order',
        sentence: `drizzle passes over ${tag} without a word and never runs it: its time ${when} in the journal is not after ${latest}, the latest that was applied`,
        refuses: false,
        skips: tag,
        remedy: `Set "when" of ${tag} in ${file} to more than ${latest}. If what it does is done already, allow this with a reason.`,
        file,
        ...(line !== undefined && { line }),
      };
    }),
    ...edited.map(
      ({ tag, source }): PlanProblem => ({
        kind: 'edited',
        sentence: `${tag} was applied with another content, which drizzle does not notice`,
        refuses: false,
        ...(source && { file: source.file }),
      }),
    ),
  ];
}

function gone(table: string, { gone: rows, pending }: DrizzleAccount): PlanProblem[] {
  if (rows.length === 0) return [];
  return withoutFile({
    ...{ tool: 'drizzle', table },
    gone: rows.map(({ hash, created_at }) => ({ id: `a migration of ${created_at}`, hash: String(hash) })),
    pending: pending.flatMap(({ tag, source }) =>
      source === undefined ? [] : [{ id: tag, hash: sha256(source) }],
    ),
  });
}
