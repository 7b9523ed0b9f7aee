import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import type { Tracking } from '../../facts/tracking.ts';
import { statementSteps } from '../statement-steps.ts';
import { type Layout, type LayoutMigration, type Ledger, NOTHING, type Reading } from './layout.ts';
import { compareKeys, leadingNumber, nameOf } from './names.ts';

interface Numbered {
  version: bigint;
  source: MigrationFile;
}

/**
 * Numbered files, of which those beyond `PRAGMA user_version` are run; each sets the version in its own transaction
 * (mtlynch/go-evolutionary-migrate). With folders, `1-name/up.sql`, the version is the number of migrations applied
 * (cljoly/rusqlite_migration).
 */
export const userVersion: Layout = {
  name: 'user-version',
  driverDecides: true,
  claims(folder: MigrationFolder, tracking: Tracking): boolean {
    if (tracking.userVersion === 0 || tracking.tables.length > 0) return false;
    const { migrations } = numbered(folder);
    return migrations.some(({ version }) => version === BigInt(tracking.userVersion));
  },
  read(folder: MigrationFolder, ledger: Ledger): Reading {
    const { migrations, downs, ignored } = numbered(folder);
    const isNew = ({ version }: Numbered) => version > BigInt(ledger.userVersion);
    const pending = migrations.filter(isNew);
    return {
      ...NOTHING,
      applied: migrations.length - pending.length,
      pending: pending.map((migration) => pendingOf(migration, migrations, downs)),
      ignored,
      bookkeeping: { tables: [], userVersion: true },
    };
  },
};

/** In folders, the version is the place in the order; else it is the number in the name. */
function numbered({ files }: MigrationFolder) {
  const folders = files.filter(({ path }) => /^\d+[^/]*\/up\.sql$/i.test(path));
  const sources = folders.length > 0 ? folders : files;
  const found = sources.flatMap((source): Numbered[] => {
    const version = leadingNumber(folders.length > 0 ? source.path : nameOf(source));
    return version === undefined ? [] : [{ version, source }];
  });
  const ordered = found.toSorted((a, b) => compareKeys(a.version, b.version));
  const migrations =
    folders.length > 0 ? ordered.map((one, at) => ({ ...one, version: BigInt(at + 1) })) : ordered;
  const downs = new Map(
    files
      .filter(({ path }) => folders.length > 0 && /\/down\.sql$/i.test(path))
      .map((file) => [file.path, file]),
  );
  const known = new Set([
    ...migrations.map(({ source }) => source.file),
    ...[...downs.values()].map(({ file }) => file),
  ]);
  return { migrations, downs, ignored: files.map(({ file }) => file).filter((file) => !known.has(file)) };
}

function pendingOf(
  { version, source }: Numbered,
  all: readonly Numbered[],
  downs: ReadonlyMap<string, MigrationFile>,
): LayoutMigration {
  const down = downs.get(source.path.replace(/up\.sql$/i, 'down.sql'));
  const former = all.filter((one) => one.version < version).at(-1)?.version ?? 0n;
  return {
    id: String(version),
    file: source.file,
    steps: statementSteps(source.file, source.sql),
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
