import type { History } from '../../facts/history.ts';
import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { compareKeys, leadingNumber, nameOf } from '../layout-kit/file-names.ts';
import {
  type DatabaseState,
  type Layout,
  type LayoutMigration,
  type LayoutReading,
  NOTHING,
} from '../layout-kit/layout.ts';
import { statementSteps } from '../statement-steps.ts';

interface Numbered {
  version: bigint;
  up: MigrationFile;
  down?: MigrationFile;
}

/**
 * Numbered files, of which those beyond `PRAGMA user_version` are run; each sets the version in its own transaction
 * (mtlynch/go-evolutionary-migrate). With folders, `1-name/up.sql`, the version is the number of migrations applied
 * (cljoly/rusqlite_migration).
 */
export const userVersion: Layout = {
  name: 'user-version',
  tool: 'user_version',
  description: '`NUMBER_name.sql` or `NUMBER_name/up.sql`; `PRAGMA user_version` holds the last number.',
  profile: { transaction: 'file', foreignKeys: false },
  driverDecides: true,
  claims(folder: MigrationFolder, history: History): boolean {
    if (history.userVersion === 0 || history.tables.length > 0) return false;
    return numbered(folder).some(({ version }) => version === BigInt(history.userVersion));
  },
  read(folder: MigrationFolder, state: DatabaseState): LayoutReading {
    const migrations = numbered(folder);
    const current = BigInt(state.userVersion);
    const pending = migrations.filter(({ version }) => version > current);
    const formers = formerVersions(migrations);
    const known = new Set(migrations.flatMap(({ up, down }) => [up.file, down?.file]));
    return {
      ...NOTHING,
      applied: migrations.length - pending.length,
      pending: pending.map((migration) => pendingOf(migration, formers)),
      problems: ahead(migrations, current),
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      bookkeeping: { tables: [], userVersion: true },
    };
  },
};

function numbered({ files }: MigrationFolder): Numbered[] {
  const folders = files.filter(({ path }) => /^\d+[^/]*\/up\.sql$/i.test(path));
  const byPath = new Map(files.map((file) => [file.path.toLowerCase(), file]));
  const isDown = ({ path }: MigrationFile) => /\.down\.sql$/i.test(path);
  const ups = folders.length > 0 ? folders : files.filter((file) => !isDown(file));
  const ordered = ups
    .flatMap((up): Numbered[] => {
      const version = leadingNumber(folders.length > 0 ? up.path : nameOf(up));
      const down = byPath.get(downOf(up));
      return version === undefined ? [] : [{ version, up, ...(down && { down }) }];
    })
    .toSorted((a, b) => compareKeys(a.version, b.version));
  // In folders, the version is the place in the order; else it is the number in the name.
  return folders.length > 0 ? ordered.map((one, at) => ({ ...one, version: BigInt(at + 1) })) : ordered;
}

/** `1-name/down.sql` beside `1-name/up.sql`; `1-name.down.sql` beside `1-name.up.sql` or `1-name.sql`. */
function downOf({ path }: MigrationFile): string {
  const down = path.replace(/(^|\/)up\.sql$/i, '$1down.sql');
  return (down === path ? path.replace(/(\.up)?\.sql$/i, '.down.sql') : down).toLowerCase();
}

/** The version before each one; files may share theirs. */
function formerVersions(ordered: readonly Numbered[]): ReadonlyMap<bigint, bigint> {
  const versions = [...new Set(ordered.map(({ version }) => version))];
  return new Map(versions.map((version, at) => [version, versions[at - 1] ?? 0n]));
}

function pendingOf({ version, up, down }: Numbered, formers: ReadonlyMap<bigint, bigint>): LayoutMigration {
  const former = formers.get(version) ?? 0n;
  return {
    id: String(version),
    file: up.file,
    steps: statementSteps(up.file, up.sql),
    // Inside the transaction, so that the version goes back with it.
    records: { within: [`PRAGMA user_version = ${version}`] },
    ...(down && {
      down: {
        steps: statementSteps(down.file, down.sql),
        records: { within: [`PRAGMA user_version = ${former}`] },
      },
    }),
  };
}

/** The snapshot knows a version that no file has: mostly one of another branch. */
function ahead(migrations: readonly Numbered[], current: bigint): PlanProblem[] {
  const last = migrations.at(-1)?.version;
  if (last === undefined || current <= last) return [];
  const sentence = `user_version is ${current}, and the last file has ${last}: nothing is run`;
  return [{ kind: 'missing', sentence, refuses: false }];
}
