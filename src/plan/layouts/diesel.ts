import type { PlanProblem, RefusalStep, StatementStep } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { compareKeys, pathIn } from '../layout-kit/file-names.ts';
import { runsLate } from '../layout-kit/late.ts';
import type { DatabaseState, Layout, LayoutMigration, LayoutReading } from '../layout-kit/layout.ts';
import { withoutFile } from '../layout-kit/without-file.ts';
import { statementSteps } from '../statement-steps.ts';

const TABLE = '__diesel_schema_migrations';

/** `2024-03-13-170000_title`. */
const DATED = /^\d[\d-]*_[^/]*\/up\.sql$/;

const INVALID_FOLDER =
  "Invalid migration directory, the directory's name should be <timestamp>_<name_of_migration>, and it should only contain up.sql and down.sql.";

/** One folder. */
interface DieselFolder {
  name: string;
  version: string;
  up: MigrationFile;
  down?: MigrationFile;
  inTransaction: boolean;
}

/**
 * diesel-rs/diesel: diesel_migrations/migrations_internals/src/lib.rs, src/{file_based_migrations,migration_harness}.rs. A
 * folder for each migration, which runs in one transaction with its row, unless its metadata.toml says otherwise.
 */
export const diesel: Layout = {
  name: 'diesel',
  tool: 'Diesel',
  description: '`NUMBER_name/up.sql` and `down.sql`; the history is in `__diesel_schema_migrations`.',
  profile: {
    transaction: 'file',
    foreignKeys: false,
    withoutTransaction: '`run_in_transaction = false` in the metadata.toml beside it',
  },
  driverDecides: true,
  command: 'diesel migration run --migration-dir DIRECTORY --database-url DATABASE',
  history: { table: TABLE, columns: ['version', 'run_on'] },
  claims: ({ files }: MigrationFolder) => files.some(({ path }) => DATED.test(path)),
  read(folder: MigrationFolder, { table }: DatabaseState): LayoutReading {
    const { taken, shadowed } = byVersion(folder);
    const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
    const pending = taken.filter(({ version }) => !applied.has(version));
    const name = table?.table ?? TABLE;
    const known = new Set([...taken, ...shadowed].flatMap(({ up, down }) => [up.file, down?.file]));
    return {
      applied: taken.length - pending.length,
      pending: pending.map((one) => migration(one, quoteName(name))),
      problems: [
        ...withoutUp(folder),
        ...sharedVersions(taken, shadowed, applied),
        ...late(pending, [...applied].toSorted(compareKeys).at(-1)),
        ...gone(name, taken, applied),
      ],
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      setup: table === undefined ? [makeTable] : [],
      bookkeeping: { tables: [name], userVersion: false },
    };
  },
};

const makeTable = `CREATE TABLE ${TABLE} (
  version VARCHAR(50) PRIMARY KEY NOT NULL,
  run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
)`;

/** In the order of the versions as texts. `shadowed`: folders whose version another folder has too. */
function byVersion(folder: MigrationFolder): { taken: DieselFolder[]; shadowed: DieselFolder[] } {
  const files = new Map([...folder.files, ...folder.companions].map((file) => [file.path, file]));
  const all = folder.files
    .filter(({ path }) => /^[^/]+\/up\.sql$/.test(path))
    .map((up): DieselFolder => {
      const name = up.path.slice(0, up.path.indexOf('/'));
      const down = files.get(`${name}/down.sql`);
      const metadata = files.get(`${name}/metadata.toml`);
      const version = (name.split('_')[0] ?? '').replaceAll('-', '');
      return { name, version, up, inTransaction: runsInTransaction(metadata?.sql), ...(down && { down }) };
    })
    .toSorted((a, b) => compareKeys(a.version, b.version));
  const isFirst = ({ version }: DieselFolder, at: number) => all[at - 1]?.version !== version;
  return { taken: all.filter(isFirst), shadowed: all.filter((one, at) => !isFirst(one, at)) };
}

/**
 * `run_in_transaction`, a key before the first table of the file. A file without that key means false (serde's default
 * for a bool); one whose key is no boolean cannot be read, and then counts as absent, which means true.
 */
function runsInTransaction(toml: string | undefined): boolean {
  if (toml === undefined) return true;
  const lines = toml.split('\n');
  const table = lines.findIndex((line) => /^\s*\[/.test(line));
  for (const line of table === -1 ? lines : lines.slice(0, table)) {
    const value = /^\s*(["']?)run_in_transaction\1\s*=\s*(.*)$/s.exec(line)?.[2];
    if (value !== undefined) return !/^false\s*(#.*)?$/s.test(value);
  }
  return false;
}

function migration({ name, version, up, down, inTransaction }: DieselFolder, table: string): LayoutMigration {
  const optsOut = !inTransaction && { optsOut: true as const };
  return {
    id: version,
    file: up.file,
    steps: stepsOf(name, up),
    records: { within: [`INSERT INTO ${table} (version) VALUES (${quoteText(version)})`] },
    ...optsOut,
    ...(down && {
      down: {
        steps: stepsOf(name, down),
        records: { within: [`DELETE FROM ${table} WHERE version = ${quoteText(version)}`] },
        ...optsOut,
      },
    }),
  };
}

/** A file of no byte is refused when its turn comes. */
function stepsOf(name: string, { file, sql, bom }: MigrationFile): (StatementStep | RefusalStep)[] {
  if (sql !== '' || bom) return statementSteps(file, sql);
  const sentence = `Failed to run ${name} with: Attempted to run an empty migration.`;
  return [{ do: 'refuse', problem: { kind: 'invalid', sentence, refuses: true, file } }];
}

/** Folders are all looked at before anything runs; one with no file at all is passed over. */
function withoutUp(folder: MigrationFolder): PlanProblem[] {
  const { files, companions, ignored } = folder;
  const paths = [
    ...[...files, ...companions].map(({ path }) => path),
    ...ignored.map((file) => pathIn(folder, file)),
  ];
  const folders = new Set(
    paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))),
  );
  const known = new Set(paths);
  const [name] = [...folders].filter((one) => !known.has(`${one}/up.sql`)).toSorted();
  if (name === undefined) return [];
  const sentence = `${INVALID_FOLDER} There is no ${name}/up.sql.`;
  return [{ kind: 'invalid', sentence, refuses: true }];
}

/** The part before the first underscore is all that counts, so the times of one day are easily one version. */
function sharedVersions(
  taken: readonly DieselFolder[],
  shadowed: readonly DieselFolder[],
  applied: ReadonlySet<string>,
): PlanProblem[] {
  const names = new Map(taken.map(({ version, name }) => [version, name]));
  return shadowed.map((one) => {
    const other = names.get(one.version);
    const both = `${one.name} and ${other} have the same version ${one.version}`;
    const { file } = one.up;
    return applied.has(one.version)
      ? {
          kind: 'out-of-order',
          sentence: `${both}, which is applied: diesel runs neither`,
          refuses: false,
          skips: one.name,
          file,
        }
      : { kind: 'invalid', sentence: `${both}: diesel runs only one of them`, refuses: true, file };
  });
}

function late(pending: readonly DieselFolder[], newest: string | undefined): PlanProblem[] {
  if (newest === undefined) return [];
  const older = pending.filter(({ version }) => version < newest);
  return runsLate(
    'diesel',
    older.map(({ name, up }) => ({ id: name, file: up.file })),
    newest,
  );
}

function gone(table: string, taken: readonly DieselFolder[], applied: ReadonlySet<string>): PlanProblem[] {
  const known = new Set(taken.map(({ version }) => version));
  const rows = [...applied].filter((version) => !known.has(version)).map((id) => ({ id }));
  return withoutFile({ tool: 'diesel', table, gone: rows, pending: [] });
}
