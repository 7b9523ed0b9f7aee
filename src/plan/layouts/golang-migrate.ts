import type { HistoryTable } from '../../facts/history.ts';
import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName } from '../../sql/quote.ts';
import { compareKeys, directFiles, nameOf, pathIn } from '../layout-kit/file-names.ts';
import type { DatabaseState, Layout, LayoutMigration, LayoutReading } from '../layout-kit/layout.ts';
import { statementSteps } from '../statement-steps.ts';

const TABLE = 'schema_migrations';

/** source/parse.go: the ending is free, and all that comes before the last `.up.` or `.down.` is the title. */
const NAME = /^([0-9]+)_(.*)\.(up|down)\.(.*)$/;

const MAX_VERSION = 2n ** 64n - 1n;

type NamedFile = Pick<MigrationFile, 'file' | 'path'>;

interface Version {
  version: bigint;
  up?: MigrationFile;
  down?: MigrationFile;
}

/**
 * golang-migrate/migrate: source/parse.go, source/iofs/iofs.go, migrate.go, database/sqlite3/sqlite3.go. One row holds the
 * version; everything up to it counts as applied. Three transactions for each file: dirty, the file, clean.
 */
export const golangMigrate: Layout = {
  name: 'golang-migrate',
  tool: 'golang-migrate',
  description: '`NUMBER_name.up.sql` and `.down.sql`; the history is in `schema_migrations`.',
  profile: {
    transaction: 'file',
    foreignKeys: false,
    withoutTransaction: '`x-no-tx-wrap=true` in the database URL',
  },
  driverDecides: true,
  command: 'migrate -path DIRECTORY -database sqlite3://DATABASE up',
  history: { table: TABLE, columns: ['version', 'dirty'], integers: 'version', common: true },
  claims: ({ files }: MigrationFolder) => files.some((file) => NAME.exec(nameOf(file))?.[3] === 'up'),
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const { versions, twice, ignored, unread } = byVersion(folder);
    const current = currentOf(table);
    const isApplied = ({ version }: Version) => current !== undefined && version <= current.version;
    const pending = versions.filter((one) => !isApplied(one));
    const name = table?.table ?? options.table ?? TABLE;
    return {
      applied: versions.length - pending.length,
      pending: versions.flatMap((one, at) =>
        isApplied(one) ? [] : [migration(one, versions[at - 1], quoteName(name))],
      ),
      problems: firstProblem(versions, twice, current),
      ignored,
      setup: table === undefined ? makeTable(quoteName(name)) : [],
      bookkeeping: { tables: [name], userVersion: false },
      idle: 'golang-migrate: no change',
      // The tool takes a file of any ending; what is no SQL by its name was not read.
      ...(unread !== undefined && { unsupported: `${unread} does not end in .sql, so it was not read` }),
    };
  },
};

function makeTable(table: string): string[] {
  return [
    `CREATE TABLE ${table} (version uint64,dirty bool)`,
    `CREATE UNIQUE INDEX IF NOT EXISTS version_unique ON ${table} (version)`,
  ];
}

/** `twice`: the first that has version and direction of another, whatever either ends in. */
function byVersion(folder: MigrationFolder) {
  const { direct, below } = directFiles(folder);
  const others = folder.ignored.map((file) => ({ file, path: pathIn(folder, file) }));
  const versions = new Map<bigint, Version>();
  const seen = new Set<string>();
  const ignored = below.map(({ file }) => file);
  let twice: NamedFile | undefined;
  let unread: string | undefined;
  for (const one of [...direct, ...others].toSorted((a, b) => compareKeys(a.path, b.path))) {
    const [, digits, , direction] = (one.path.includes('/') ? null : NAME.exec(one.path)) ?? [];
    const version = BigInt(digits ?? -1);
    if (digits === undefined || version > MAX_VERSION) {
      if ('sql' in one) ignored.push(one.file);
      continue;
    }
    const key = `${version} ${direction}`;
    if (seen.has(key)) twice ??= one;
    else if ('sql' in one) {
      const side = direction === 'up' ? 'up' : 'down';
      versions.set(version, { ...(versions.get(version) ?? { version }), [side]: one });
    } else if (direction === 'up') unread ??= one.file;
    seen.add(key);
  }
  const ordered = [...versions.values()].toSorted((a, b) => compareKeys(a.version, b.version));
  return { versions: ordered, twice, ignored, unread: twice === undefined ? unread : undefined };
}

/** The first row; -1 stands for "nothing is applied". */
function currentOf(table: HistoryTable | undefined): { version: bigint; dirty: boolean } | undefined {
  const row = table?.rows[0];
  if (row === undefined) return undefined;
  return { version: BigInt((row.version as number | bigint | null) ?? -1), dirty: Number(row.dirty) !== 0 };
}

/** The tool stops at the first thing that it does not like, and sees nothing more. */
function firstProblem(
  versions: readonly Version[],
  twice: NamedFile | undefined,
  current: { version: bigint; dirty: boolean } | undefined,
): PlanProblem[] {
  if (twice !== undefined) {
    const { file } = twice;
    return [{ kind: 'invalid', sentence: `duplicate migration file: ${nameOf(twice)}`, refuses: true, file }];
  }
  if (current === undefined) return [];
  const { version, dirty } = current;
  const sourced = versions.find((one) => one.version === version);
  const file = sourced?.up ?? sourced?.down;
  if (dirty) {
    const sentence = `Dirty database version ${version}. Fix and force version.`;
    const remedy = `Find out what of version ${version} is applied, and fix the database by hand. Then \`migrate force ${version}\` where all of it is applied, or \`migrate force\` with the version before it where none is; then take a new snapshot.`;
    return [{ kind: 'dirty', sentence, refuses: true, remedy, ...(file && { file: file.file }) }];
  }
  if (version < 0n || file !== undefined) return [];
  const sentence = `no migration found for version ${version}: read down for version ${version} .: file does not exist`;
  return [{ kind: 'missing', sentence, refuses: true }];
}

/** A version without an up file is run as if it were empty. */
function migration(
  { version, up, down }: Version,
  former: Version | undefined,
  table: string,
): LayoutMigration {
  return {
    id: String(version),
    file: (up ?? down)?.file ?? '',
    steps: up === undefined ? [] : statementSteps(up.file, up.sql),
    records: { before: setVersion(table, version, true), after: setVersion(table, version, false) },
    ...(down && {
      down: {
        steps: statementSteps(down.file, down.sql),
        records: {
          before: setVersion(table, former?.version ?? -1n, true),
          after: setVersion(table, former?.version ?? -1n, false),
        },
      },
    }),
  };
}

/** A transaction of its own. Without a version there is no row, unless it is dirty. */
function setVersion(table: string, version: bigint, dirty: boolean): string[] {
  const row =
    version >= 0n || dirty
      ? [`INSERT INTO ${table} (version, dirty) VALUES (${version}, ${Number(dirty)})`]
      : [];
  return ['BEGIN', `DELETE FROM ${table}`, ...row, 'COMMIT'];
}
