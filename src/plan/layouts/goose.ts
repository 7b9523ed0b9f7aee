import type { HistoryRow, HistoryTable } from '../../facts/history.ts';
import type { PlanProblem, RefusalStep } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName } from '../../sql/quote.ts';
import { compareKeys, directFiles, nameOf, pathIn } from '../layout-kit/file-names.ts';
import { type GoosePart, readPart } from '../layout-kit/goose-parts.ts';
import type { DatabaseState, Layout, LayoutMigration, LayoutReading } from '../layout-kit/layout.ts';
import type { Unreadable } from '../layout-kit/numbered-lines.ts';
import { withoutFile } from '../layout-kit/without-file.ts';

const TABLE = 'goose_db_version';

const MAX_VERSION = 2n ** 63n - 1n;

/** Of the missing migrations that it lists. */
const MOST_LISTED = 20;

interface GooseFile {
  version: bigint;
  source: MigrationFile;
}

interface Parsed extends GooseFile {
  up: GoosePart | Unreadable;
}

/**
 * pressly/goose as its command line runs it: cmd/goose/main.go, migrate.go, up.go, migration.go, migration_sql.go,
 * internal/sqlparser/parser.go, internal/dialects/sqlite3.go. The Provider that an application may embed (provider*.go)
 * differs. A file runs in one transaction together with its row, unless it says NO TRANSACTION, and is parsed only when
 * its turn comes.
 */
export const goose: Layout = {
  name: 'goose',
  tool: 'goose',
  description: '`NUMBER_name.sql` with `-- +goose Up` and `Down`; the history is in `goose_db_version`.',
  profile: {
    transaction: 'file',
    foreignKeys: false,
    withoutTransaction: '`-- +goose NO TRANSACTION` at its top',
  },
  driverDecides: true,
  command: 'goose -dir DIRECTORY sqlite3 DATABASE up',
  history: { table: TABLE, columns: ['id', 'version_id', 'is_applied', 'tstamp'], integers: 'version_id' },
  claims: ({ files }: MigrationFolder) => files.some(({ sql }) => /^--\s*\+goose\s+up\s*$/im.test(sql)),
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const { versioned, ignored, misnamed } = byVersion(folder);
    const known = new Set((table?.rows ?? []).map(versionOf));
    const pending = versioned.filter(({ version }) => !known.has(version));
    const parsed = pending.map((one) => ({ ...one, up: readPart(one.source, 'up') }));
    const name = table?.table ?? options.table ?? TABLE;
    return {
      applied: versioned.length - pending.length,
      pending: parsed.map((one) => migration(one, quoteName(name))),
      problems: [
        ...misnamed,
        ...duplicates(versioned),
        ...withoutVersion(table),
        ...missing(pending, known),
        ...gone(table, folder, versioned),
      ],
      ignored,
      setup: table === undefined ? makeTable(quoteName(name)) : [],
      bookkeeping: { tables: [name], userVersion: false },
      idle: `goose: no migrations to run. current version: ${currentOf(table) ?? 0}`,
      ...unsupported(folder, parsed, known),
    };
  },
};

/** One transaction: the tool refuses a table without a row. */
function makeTable(table: string): string[] {
  return [
    'BEGIN',
    `CREATE TABLE ${table} (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))`,
    `INSERT INTO ${table} (version_id, is_applied) VALUES (0, 1)`,
    'COMMIT',
  ];
}

/** Every `*.sql` of the folder must be a migration. */
function byVersion(folder: MigrationFolder) {
  const { direct, below } = directFiles(folder);
  const versioned: GooseFile[] = [];
  const misnamed: PlanProblem[] = [];
  const ignored = below.map(({ file }) => file);
  for (const source of direct) {
    if (!source.path.endsWith('.sql')) {
      ignored.push(source.file);
      continue;
    }
    const version = versionIn(nameOf(source));
    if (typeof version === 'string') misnamed.push(wrongName(source, version));
    else versioned.push({ version, source });
  }
  return { versioned: versioned.toSorted((a, b) => compareKeys(a.version, b.version)), ignored, misnamed };
}

/** The integer before the first underscore, above 0; or why there is none. */
function versionIn(name: string): bigint | string {
  const [, prefix] = /^([^_]*)_/.exec(name) ?? [];
  if (prefix === undefined) return "no filename separator '_' found";
  const fault = (reason: string) =>
    `failed to parse version from migration file: ${name}: parsing ${JSON.stringify(prefix)}: ${reason}`;
  if (!/^[+-]?\d+$/.test(prefix)) return fault('invalid syntax');
  const version = BigInt(prefix.replace('+', ''));
  if (version > MAX_VERSION) return fault('value out of range');
  return version < 1n ? 'migration version must be greater than zero' : version;
}

function wrongName({ file }: MigrationFile, reason: string): PlanProblem {
  const sentence = `goose run: could not parse SQL migration file ${JSON.stringify(file)}: ${reason}`;
  return { kind: 'invalid', sentence, refuses: true, file };
}

function versionOf(row: HistoryRow): bigint {
  return BigInt((row.version_id as number | bigint | null) ?? 0);
}

/**
 * The version of the last row that stands. Going down once added a row that says "not applied" instead of deleting:
 * for what is still to be run, such a version counts as applied all the same.
 */
function currentOf(table: HistoryTable | undefined): bigint | undefined {
  const undone = new Set<bigint>();
  for (const row of (table?.rows ?? []).toReversed()) {
    const version = versionOf(row);
    if (undone.has(version)) continue;
    if (Number(row.is_applied) === 1) return version;
    undone.add(version);
  }
  return undefined;
}

function migration({ version, source, up }: Parsed, table: string): LayoutMigration {
  const id = String(version);
  const { file } = source;
  if ('problem' in up) return { id, file, steps: [refusal(source, up)] };
  const optsOut = up.optsOut && { optsOut: true as const };
  const down = up.goesDown ? readPart(source, 'down') : undefined;
  return {
    id,
    file,
    steps: up.steps,
    records: { within: [`INSERT INTO ${table} (version_id, is_applied) VALUES (${version}, 1)`] },
    ...optsOut,
    ...(down && {
      down: {
        steps: 'problem' in down ? [refusal(source, down)] : down.steps,
        records: { within: [`DELETE FROM ${table} WHERE version_id = ${version}`] },
        ...optsOut,
      },
    }),
  };
}

function refusal(source: MigrationFile, { problem, line }: Unreadable): RefusalStep {
  const sentence = `goose run: ERROR ${nameOf(source)}: failed to parse SQL migration file: ${problem}`;
  return { do: 'refuse', problem: { kind: 'invalid', sentence, refuses: true, file: source.file, line } };
}

function duplicates(versioned: readonly GooseFile[]): PlanProblem[] {
  return versioned.flatMap(({ version, source: { file } }, at): PlanProblem[] => {
    const former = versioned[at - 1];
    if (former?.version !== version) return [];
    const sentence = `goose: duplicate version ${version} detected: ${former.source.file}, ${file}`;
    return [{ kind: 'invalid', sentence, refuses: true, file }];
  });
}

function withoutVersion(table: HistoryTable | undefined): PlanProblem[] {
  if (table === undefined || currentOf(table) !== undefined) return [];
  const sentence = `goose run: no next version found (${table.table} has no row that is applied)`;
  return [{ kind: 'invalid', sentence, refuses: true }];
}

function missing(pending: readonly GooseFile[], known: ReadonlySet<bigint>): PlanProblem[] {
  const newest = [...known].toSorted(compareKeys).at(-1) ?? 0n;
  const older = pending.filter(({ version }) => version < newest);
  const [first] = older;
  if (first === undefined) return [];
  const list = older
    .slice(0, MOST_LISTED)
    .map(({ version, source: { file } }) => `version ${version}: ${file}`)
    .join(', ');
  const sentence = `goose run: error: found ${older.length} missing migrations before current version ${newest}: ${list}${older.length > MOST_LISTED ? ', …' : ''}`;
  return [{ kind: 'out-of-order', sentence, refuses: true, file: first.source.file }];
}

/** Migrations in Go are files too. A version that went down again is applied no more. */
function gone(
  table: HistoryTable | undefined,
  folder: MigrationFolder,
  versioned: readonly GooseFile[],
): PlanProblem[] {
  if (table === undefined) return [];
  const code = folder.ignored.map((file) => versionIn(pathIn(folder, file)));
  const known = new Set<bigint | string>([...versioned.map(({ version }) => version), ...code, 0n]);
  const last = new Map(table.rows.map((row) => [versionOf(row), Number(row.is_applied) === 1]));
  const rows = [...last].filter(([version, isApplied]) => isApplied && !known.has(version));
  const ids = rows.map(([version]) => ({ id: `version ${version}` }));
  return withoutFile({ tool: 'goose', table: table.table, gone: ids, pending: [] });
}

function unsupported(
  folder: MigrationFolder,
  parsed: readonly Parsed[],
  known: ReadonlySet<bigint>,
): { unsupported?: string } {
  const code = folder.ignored.find((file) => {
    const name = pathIn(folder, file);
    if (!/^[^/]*(?<!_test)\.go$/.test(name)) return false;
    const version = versionIn(name);
    return typeof version === 'bigint' && !known.has(version);
  });
  if (code !== undefined) return { unsupported: `${code} is written in Go` };
  const substitutes = parsed.find(({ up }) => 'substitutes' in up && up.substitutes);
  if (substitutes === undefined) return {};
  return { unsupported: `${substitutes.source.file} takes values from production's environment (ENVSUB)` };
}
