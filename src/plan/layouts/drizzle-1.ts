import type { HistoryRow } from '../../facts/history.ts';
import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { sha256, sha256OfEitherLineEnd } from '../layout-kit/checksum.ts';
import { chunksOf, droppedFrom, needsLibsql, stepsOf } from '../layout-kit/drizzle-chunks.ts';
import { type DrizzleDriver, driverNamed, usualDriver } from '../layout-kit/drizzle-drivers.ts';
import { journalOf } from '../layout-kit/drizzle-journal.ts';
import { pathIn } from '../layout-kit/file-names.ts';
import { runsLate } from '../layout-kit/late.ts';
import { type DatabaseState, type Layout, type LayoutReading, NOTHING } from '../layout-kit/layout.ts';
import { withoutFile } from '../layout-kit/without-file.ts';

const TABLE = '__drizzle_migrations';

interface Folder {
  name: string;
  source: MigrationFile;
}

/**
 * drizzle-orm 1.0.0-rc.4: migrator.js, migrator.utils.js, sqlite-core/async/session.js, up-migrations/sqlite.js. Folders in
 * the order of their names, of which the table records each; all that is pending runs in one transaction.
 */
export const drizzle1: Layout = {
  name: 'drizzle-1',
  tool: 'Drizzle 1.0',
  description: '`TIME_NAME/migration.sql` and `snapshot.json`; the history is in `__drizzle_migrations`.',
  profile: usualDriver.profile,
  // Those of `drizzle`, which have their profiles there.
  otherDrivers: [],
  command: 'npx drizzle-kit migrate',
  history: { table: TABLE, columns: ['id', 'hash', 'created_at', 'name', 'applied_at'] },
  claims: (folder: MigrationFolder) =>
    foldersOf(folder).length > 0 &&
    folder.ignored.some((file) => /^\d{14}_[^/]*\/snapshot\.json$/.test(pathIn(folder, file))),
  read(folder: MigrationFolder, { table, options, profile }: DatabaseState): LayoutReading {
    const name = table?.table ?? options.table ?? TABLE;
    const reading: LayoutReading = { ...NOTHING, bookkeeping: { tables: [name], userVersion: false } };
    if (journalOf(folder) !== undefined) return { ...reading, problems: [oldFolder(folder)] };
    const folders = foldersOf(folder);
    const rows = new Map((table?.rows ?? []).map((row) => [String(row.name), row]));
    const pending = folders.filter((one) => !rows.has(one.name));
    const driver = driverNamed(profile);
    const chunked = pending.map((one) => ({ ...one, chunks: chunksOf(one.source) }));
    const chunks = chunked.flatMap((one) => one.chunks);
    const libsql = needsLibsql(chunks, profile);
    const known = new Set(folders.map(({ source }) => source.file));
    return {
      ...reading,
      applied: folders.length - pending.length,
      pending: chunked.map((one) => ({
        id: one.name,
        file: one.source.file,
        steps: one.chunks.flatMap((chunk) => stepsOf(chunk, driver)),
        records: { within: [recordOf(one, quoteName(name), driver)] },
      })),
      problems: [
        ...unnoticed(folders, rows),
        ...droppedFrom(chunks, driver),
        ...gone(name, rows, { folders, pending }),
      ],
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      setup: table === undefined ? [makeTable(quoteName(name))] : [],
      ...(libsql !== undefined && { unsupported: libsql }),
    };
  },
};

function makeTable(table: string): string {
  return `CREATE TABLE IF NOT EXISTS ${table} (
				id INTEGER PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric,
				name text,
				applied_at TEXT
			)`;
}

/** In the order of their names as JavaScript compares texts of a language. */
function foldersOf({ files }: MigrationFolder): Folder[] {
  const found = files.flatMap((source): Folder[] => {
    const name = /^([^/]+)\/migration\.sql$/.exec(source.path)?.[1];
    return name === undefined ? [] : [{ name, source }];
  });
  if (found.length < 2) return found;
  const { compare } = new Intl.Collator('en');
  return found.toSorted((a, b) => compare(a.name, b.name));
}

function oldFolder({ name }: MigrationFolder): PlanProblem {
  const sentence = `We detected that you have old drizzle-kit migration folders (${name}/meta/_journal.json). You must upgrade drizzle-kit and run "drizzle-kit up"`;
  return { kind: 'invalid', sentence, refuses: true };
}

function recordOf({ name, source }: Folder, table: string, { bundled }: DrizzleDriver): string {
  const values = [quoteText(bundled ? '' : sha256(source)), timeIn(name), quoteText(name), NOW];
  return `INSERT INTO ${table} ("hash", "created_at", "name", "applied_at") values(${values.join(', ')})`;
}

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/** The first 14 digits as a time; NULL where they are none. */
function timeIn(name: string): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
  const [year = Number.NaN, month = 1, ...rest] = parts.map(Number);
  const time = Date.UTC(year, month - 1, ...rest);
  return Number.isNaN(time) ? 'NULL' : String(time);
}

type Rows = ReadonlyMap<string, HistoryRow>;

function unnoticed(folders: readonly Folder[], rows: Rows): PlanProblem[] {
  const edited = folders.filter(({ name, source }) => {
    const hash = rows.get(name)?.hash;
    // Bundled drivers record no hash.
    return typeof hash === 'string' && hash !== '' && !sha256OfEitherLineEnd(source).includes(hash);
  });
  const newest = folders.findLast(({ name }) => rows.has(name));
  const late = folders
    .slice(0, newest === undefined ? 0 : folders.indexOf(newest))
    .filter(({ name }) => !rows.has(name))
    .map(({ name, source }) => ({ id: name, file: source.file }));
  return [
    ...edited.map(
      ({ name, source }): PlanProblem => ({
        kind: 'edited',
        sentence: `${name} was applied with another content, which drizzle does not notice`,
        refuses: false,
        file: source.file,
      }),
    ),
    ...runsLate('drizzle', late, newest?.name ?? ''),
  ];
}

function gone(
  table: string,
  rows: Rows,
  { folders, pending }: { folders: readonly Folder[]; pending: readonly Folder[] },
): PlanProblem[] {
  const known = new Set(folders.map(({ name }) => name));
  const lost = [...rows].filter(([name, row]) => row.name !== null && !known.has(name));
  return withoutFile({
    ...{ tool: 'drizzle', table },
    gone: lost.map(([id, { hash }]) => ({ id, hash: String(hash) })),
    pending: lost.length === 0 ? [] : pending.map(({ name, source }) => ({ id: name, hash: sha256(source) })),
  });
}
