import type { HistoryRow, HistoryTable } from '../../facts/history.ts';
import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { sha256, sha256OfEitherLineEnd } from '../layout-kit/checksum.ts';
import { runsLate } from '../layout-kit/late.ts';
import {
  type DatabaseState,
  type Layout,
  type LayoutMigration,
  type LayoutReading,
  NOTHING,
} from '../layout-kit/layout.ts';
import { withoutFile } from '../layout-kit/without-file.ts';
import { statementSteps } from '../statement-steps.ts';

const TABLE = '_prisma_migrations';

interface Folder {
  name: string;
  source: MigrationFile;
}

/**
 * prisma/prisma-engines: schema-engine/core/src/commands/apply_migrations.rs, sql-schema-connector/src/
 * sql_migration_persistence.rs; prisma/prisma: packages/migrate/src/utils/listMigrations.ts. No transaction: a row says
 * that a migration was started, and is told when it has ended.
 */
export const prisma: Layout = {
  name: 'prisma',
  tool: 'Prisma',
  description: '`NAME/migration.sql` in folders; the history is in `_prisma_migrations`.',
  profile: {
    transaction: 'none',
    foreignKeys: true,
    foreignKeysOff:
      'put `PRAGMA foreign_keys=OFF` before the rebuild and `PRAGMA foreign_keys=ON` behind it, as `prisma migrate dev` does',
  },
  command: 'npx prisma migrate deploy',
  history: {
    table: TABLE,
    columns: [
      'id',
      'checksum',
      'finished_at',
      'migration_name',
      'logs',
      'rolled_back_at',
      'started_at',
      'applied_steps_count',
    ],
  },
  claims: (folder: MigrationFolder) => lockOf(folder) !== undefined && foldersOf(folder).length > 0,
  read(folder: MigrationFolder, state: DatabaseState): LayoutReading {
    const table = tableOf(state);
    const folders = foldersOf(folder);
    const rows = (table?.rows ?? []).filter(({ rolled_back_at }) => rolled_back_at === null);
    const names = new Set(rows.map(({ migration_name }) => String(migration_name)));
    const pending = folders.filter(({ name }) => !names.has(name));
    const known = new Set(folders.map(({ source }) => source.file));
    return {
      ...NOTHING,
      applied: folders.length - pending.length,
      pending: pending.map((one) => migration(one, table?.table ?? TABLE)),
      problems: refusalOf(folder, state, rows) ?? [
        ...unnoticed(folders, rows),
        ...gone(table?.table ?? TABLE, rows, { folders, pending }),
      ],
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      bookkeeping: { tables: [table?.table ?? TABLE], userVersion: false },
      idle: 'prisma: No pending migrations to apply.',
    };
  },
};

/** Prisma knows no other name for its table: one that was renamed is none to it. */
function tableOf({ table, options }: DatabaseState): HistoryTable | undefined {
  return options.table !== undefined || table?.table === TABLE ? table : undefined;
}

function lockOf({ companions }: MigrationFolder): MigrationFile | undefined {
  return companions.find(({ path }) => path === 'migration_lock.toml');
}

/** `NAME/migration.sql`, in the order of their names as JavaScript compares texts of a language. */
function foldersOf({ files }: MigrationFolder): Folder[] {
  const found = files.flatMap((source): Folder[] => {
    const name = /^([^/]+)\/migration\.sql$/.exec(source.path)?.[1];
    return name === undefined ? [] : [{ name, source }];
  });
  if (found.length < 2) return found;
  const { compare } = new Intl.Collator('en');
  return found.toSorted((a, b) => compare(a.name, b.name));
}

/** The first thing at which Prisma stops, before it runs anything. */
function refusalOf(folder: MigrationFolder, state: DatabaseState, rows: readonly HistoryRow[]) {
  const otherProvider = providerProblem(lockOf(folder));
  if (otherProvider !== undefined) return [otherProvider];
  // A snapshot has a table at least: without Prisma's own, all it has are foreign ones.
  if (tableOf(state) === undefined) return [{ ...refusal('invalid', NOT_EMPTY), remedy: BASELINE }];
  const failed = rows.filter(({ finished_at }) => finished_at === null);
  if (failed.length === 0) return undefined;
  const details = failed.map(
    ({ migration_name, started_at }) =>
      `The \`${migration_name}\` migration started at ${timeOf(started_at)} failed`,
  );
  const [name] = failed.map(({ migration_name }) => String(migration_name));
  return [
    { ...refusal('dirty', `${FAILED_BEFORE} ${details.join('. ')}`), remedy: resolveFailed(name ?? '') },
  ];
}

const NOT_EMPTY =
  'P3005: The database schema is not empty. Read more about how to baseline an existing production database: https://pris.ly/d/migrate-baseline';
const FAILED_BEFORE =
  'P3009: migrate found failed migrations in the target database, new migrations will not be applied.';

const BASELINE =
  'Baseline the database: `npx prisma migrate resolve --applied NAME` for each migration whose changes it has already, the oldest first; then take a new snapshot. Nothing was run, and no statement is to be corrected.';

function resolveFailed(name: string): string {
  return `Find out what of ${name} is applied. Either take that back by hand and run \`npx prisma migrate resolve --rolled-back ${name}\`, so that it runs again; or apply the rest by hand and run it with \`--applied\`. Then take a new snapshot.`;
}

function providerProblem(lock: MigrationFile | undefined): PlanProblem | undefined {
  if (lock === undefined) return undefined;
  const line = lock.sql.split(/\r?\n/).find((text) => text.startsWith('provider'));
  const provider =
    line === undefined ? '<PROVIDER NOT FOUND>' : unquoted(line.replace(/^(provider = )+/, ''));
  if (provider === 'sqlite') return undefined;
  const sentence = `P3019: The datasource provider \`sqlite\` specified in your schema does not match the one specified in the migration_lock.toml, \`${provider.slice(0, 200)}\`. Please remove your current migration directory and start a new migration history with prisma migrate dev`;
  return { ...refusal('invalid', sentence), file: lock.file };
}

/** Without the quotes on either side, however many there are. */
function unquoted(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === '"') start += 1;
  while (end > start && text[end - 1] === '"') end -= 1;
  return text.slice(start, end);
}

function refusal(kind: PlanProblem['kind'], sentence: string): PlanProblem {
  return { kind, sentence, refuses: true };
}

/** Prisma keeps unix time in ms; rows of other hands hold texts. */
function timeOf(value: HistoryRow[string] = null): string {
  if (typeof value !== 'number') return String(value);
  return `${new Date(value).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}

/** What `migrate deploy` does not look at, or does without a word. */
function unnoticed(folders: readonly Folder[], rows: readonly HistoryRow[]): PlanProblem[] {
  const byName = new Map(rows.map((row) => [String(row.migration_name), row]));
  const edited = folders.filter(({ name, source }) => {
    const sum = byName.get(name)?.checksum;
    // Old rows lack the zeros in front.
    const isSame = (other: string) => other.replace(/^0+/, '') === String(sum).replace(/^0+/, '');
    return typeof sum === 'string' && !sha256OfEitherLineEnd(source).some(isSame);
  });
  const newest = folders.findLast(({ name }) => byName.has(name));
  const late = folders
    .slice(0, newest === undefined ? 0 : folders.indexOf(newest))
    .filter(({ name }) => !byName.has(name))
    .map(({ name, source }) => ({ id: name, file: source.file }));
  return [
    ...edited.map(
      ({ name, source }): PlanProblem => ({
        kind: 'edited',
        sentence: `${name} was applied with another content, which prisma migrate deploy does not notice`,
        refuses: false,
        file: source.file,
      }),
    ),
    ...runsLate('prisma', late, newest?.name ?? ''),
  ];
}

function gone(
  table: string,
  rows: readonly HistoryRow[],
  { folders, pending }: { folders: readonly Folder[]; pending: readonly Folder[] },
): PlanProblem[] {
  const known = new Set(folders.map(({ name }) => name));
  const lost = rows.filter(({ migration_name }) => !known.has(String(migration_name)));
  return withoutFile({
    ...{ tool: 'prisma migrate deploy', table },
    gone: lost.map(({ migration_name, checksum }) => ({
      id: String(migration_name),
      hash: String(checksum),
    })),
    pending: lost.length === 0 ? [] : pending.map(({ name, source }) => ({ id: name, hash: sha256(source) })),
  });
}

function migration({ name, source }: Folder, tableName: string): LayoutMigration {
  const table = quoteName(tableName);
  const own = `WHERE migration_name = ${quoteText(name)} AND rolled_back_at IS NULL`;
  return {
    id: name,
    file: source.file,
    steps: statementSteps(source.file, source.sql),
    records: {
      before: [
        `INSERT INTO ${table} (id, checksum, started_at, migration_name) VALUES (${UUID}, ${quoteText(sha256(source))}, ${NOW}, ${quoteText(name)})`,
      ],
      after: [
        `UPDATE ${table} SET applied_steps_count = applied_steps_count + 1 ${own}`,
        `UPDATE ${table} SET finished_at = ${NOW} ${own}`,
      ],
    },
  };
}

/** Unix time in ms, as an INTEGER. */
const NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

/** Version 4, variant 1. */
const UUID = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;
