import { createHash } from 'node:crypto';
import type { HistoryRow } from '../../facts/history.ts';
import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { compareKeys, directFiles, nameOf } from '../layout-kit/file-names.ts';
import { runsLate } from '../layout-kit/late.ts';
import type { DatabaseState, Layout, LayoutMigration, LayoutReading } from '../layout-kit/layout.ts';
import { textOf } from '../layout-kit/line-ends.ts';
import { statementSteps } from '../statement-steps.ts';

const TABLE = '_sqlx_migrations';

const MAX_VERSION = 2n ** 63n - 1n;

interface SqlxFile {
  version: bigint;
  source: MigrationFile;
  /** The rest of the name, with the suffix. */
  title: string;
}

/**
 * launchbadge/sqlx: sqlx-cli/src/migrate.rs, sqlx-core/src/migrate/{source,migrator,error}.rs,
 * sqlx-sqlite/src/migrate.rs. A file runs in one transaction together with its row, unless its first bytes opt out. The
 * files are walked in order, and each is either run or held against its checksum, so an older pending file runs before a
 * later one is seen to be edited.
 */
export const sqlx: Layout = {
  name: 'sqlx',
  tool: 'sqlx',
  description: '`NUMBER_name.sql` or `.up.sql` and `.down.sql`; the history is in `_sqlx_migrations`.',
  profile: {
    transaction: 'file',
    foreignKeys: true,
    withoutTransaction: '`-- no-transaction` as its first line',
  },
  command: 'sqlx migrate run --source DIRECTORY --database-url sqlite:DATABASE',
  history: {
    table: TABLE,
    integers: 'version',
    columns: ['version', 'description', 'installed_on', 'success', 'checksum', 'execution_time'],
  },
  claims: () => false,
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const { versioned, ignored, misnamed } = byVersion(folder);
    const rows = new Map((table?.rows ?? []).map((row) => [versionOf(row), row]));
    const ups = versioned.filter(({ source }) => !isDown(source));
    const downs = new Map(
      versioned.filter(({ source }) => isDown(source)).map((one) => [one.version, one.source]),
    );
    const pending = ups.filter(({ version }) => !rows.has(version));
    const name = table?.table ?? options.table ?? TABLE;
    const edited = firstEdited(ups, rows);
    const runBefore =
      edited === undefined ? 0 : ups.slice(0, edited.at).filter(({ version }) => !rows.has(version)).length;
    const upFront =
      misnamed ?? dirty(rows) ?? missing(rows, versioned) ?? (runBefore === 0 ? edited?.problem : undefined);
    return {
      applied: ups.length - pending.length,
      pending: pending.map((one, at) => ({
        ...migration(one, downs.get(one.version), quoteName(name)),
        ...(edited && at === runBefore - 1 && { stop: edited.problem }),
      })),
      problems: [...(upFront === undefined ? [] : [upFront]), ...late(pending, rows)],
      ignored,
      setup: table === undefined ? [makeTable(quoteName(name))] : [],
      bookkeeping: { tables: [name], userVersion: false },
      // Before 0.9 it knows the line, and runs the file on SQLite in a transaction all the same.
      ...(pending.some(({ source }) => optsOut(source).optsOut) && { otherwise: { transaction: 'all' } }),
    };
  },
};

function makeTable(table: string): string {
  return `CREATE TABLE ${table} (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
)`;
}

/** Every `*_*.sql` must begin with an integer, in whichever way Rust reads one. */
function byVersion(folder: MigrationFolder) {
  const { direct, below } = directFiles(folder);
  const versioned: SqlxFile[] = [];
  const ignored = below.map(({ file }) => file);
  let misnamed: PlanProblem | undefined;
  for (const source of direct) {
    const [, prefix, title] = /^([^_]*)_(.*\.sql)$/s.exec(nameOf(source)) ?? [];
    const version = prefix !== undefined && /^[+-]?\d+$/.test(prefix) ? BigInt(prefix.replace('+', '')) : 0n;
    if (prefix === undefined || title === undefined) ignored.push(source.file);
    else if (!/^[+-]?\d+$/.test(prefix) || version > MAX_VERSION) misnamed ??= wrongName(source);
    else versioned.push({ version, source, title });
  }
  return { versioned: versioned.toSorted((a, b) => compareKeys(a.version, b.version)), ignored, misnamed };
}

function wrongName(source: MigrationFile): PlanProblem {
  const name = JSON.stringify(nameOf(source));
  const sentence = `while resolving migrations: error parsing migration filename ${name}; expected integer version prefix (e.g. \`01_foo.sql\`)`;
  return { kind: 'invalid', sentence, refuses: true, file: source.file };
}

function isDown(source: MigrationFile): boolean {
  return source.path.endsWith('.down.sql');
}

function versionOf(row: HistoryRow): bigint {
  return BigInt((row.version as number | bigint | null) ?? 0);
}

type AppliedVersions = ReadonlyMap<bigint, HistoryRow>;

function lowest(versions: Iterable<bigint>): bigint | undefined {
  return [...versions].toSorted(compareKeys)[0];
}

function dirty(rows: AppliedVersions): PlanProblem | undefined {
  const failed = [...rows].filter(([, row]) => Number(row.success) === 0).map(([version]) => version);
  const version = lowest(failed);
  if (version === undefined) return undefined;
  const sentence = `migration ${version} is partially applied; fix and remove row from \`_sqlx_migrations\` table`;
  return { kind: 'dirty', sentence, refuses: true };
}

/** A down file alone is enough for the tool. */
function missing(rows: AppliedVersions, versioned: readonly SqlxFile[]): PlanProblem | undefined {
  const there = new Set(versioned.map(({ version }) => version));
  const version = lowest([...rows.keys()].filter((one) => !there.has(one)));
  if (version === undefined) return undefined;
  const sentence = `migration ${version} was previously applied but is missing in the resolved migrations`;
  return { kind: 'missing', sentence, refuses: true };
}

/** `at`: its place among the files. */
function firstEdited(
  ups: readonly SqlxFile[],
  rows: AppliedVersions,
): { at: number; problem: PlanProblem } | undefined {
  for (const [at, { version, source }] of ups.entries()) {
    const row = rows.get(version);
    if (row === undefined || checksumIn(row) === checksum(textOf(source))) continue;
    const sentence = `migration ${version} was previously applied but has been modified${otherLineEnds(source, row)}`;
    return { at, problem: { kind: 'edited', sentence, refuses: true, file: source.file } };
  }
  return undefined;
}

/** The usual reason: Git changed the line ends of the checkout. */
function otherLineEnds(source: MigrationFile, row: HistoryRow): string {
  const lf = textOf(source).replaceAll('\r\n', '\n');
  const was = checksumIn(row);
  if (was === checksum(lf)) return '. With LF line ends it is the file that was applied';
  if (was === checksum(lf.replaceAll('\n', '\r\n')))
    return '. With CRLF line ends it is the file that was applied';
  return '';
}

/** Over the file's bytes. */
function checksum(text: string): string {
  return createHash('sha384').update(text).digest('hex');
}

function checksumIn({ checksum: value }: HistoryRow): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

function migration(
  { version, source, title }: SqlxFile,
  down: MigrationFile | undefined,
  table: string,
): LayoutMigration {
  const suffix = title.endsWith('.up.sql') ? /(\.up\.sql)+$/ : /(\.sql)+$/;
  const description = title.replace(suffix, '').replaceAll('_', ' ');
  const values = `${version}, ${quoteText(description)}, TRUE, x'${checksum(textOf(source))}', -1`;
  return {
    id: String(version),
    file: source.file,
    steps: statementSteps(source.file, source.sql),
    records: {
      within: [
        `INSERT INTO ${table} (version, description, success, checksum, execution_time) VALUES (${values})`,
      ],
      // The tool writes the nanoseconds that it took.
      after: [`UPDATE ${table} SET execution_time = 0 WHERE version = ${version}`],
    },
    ...optsOut(source),
    ...(down && {
      down: {
        steps: statementSteps(down.file, down.sql),
        records: { within: [`DELETE FROM ${table} WHERE version = ${version}`] },
        ...optsOut(down),
      },
    }),
  };
}

/** Only as the very first bytes, which a byte order mark would be. */
function optsOut(source: MigrationFile): { optsOut?: true } {
  return textOf(source).startsWith('-- no-transaction') ? { optsOut: true } : {};
}

function late(pending: readonly SqlxFile[], rows: AppliedVersions): PlanProblem[] {
  const newest = [...rows.keys()].toSorted(compareKeys).at(-1);
  if (newest === undefined) return [];
  const older = pending.filter(({ version }) => version < newest);
  return runsLate(
    'sqlx',
    older.map(({ version, source }) => ({ id: String(version), file: source.file })),
    String(newest),
  );
}
