import type { UnfinishedState } from '../facts/database.ts';
import type { History, HistoryRow, HistoryTable } from '../facts/history.ts';
import { foldName } from '../sql/quote.ts';

/** A table that a tool locks itself with while it migrates. */
interface LockTable {
  tool: string;
  /** Its name, or how it ends where the user may choose what comes before. */
  ending: string;
  /** Lower case. */
  columns: string;
  /** Column that holds 1 while the lock is held; absent where any row means that. */
  flag?: string;
  release: string;
}

/**
 * From the tools' sources: knex lib/migrations/migrate/table-creator.js; dotnet/efcore SqliteHistoryRepository.cs;
 * liquibase LockServiceImpl; yoyo backends/base.py. Others lock the database, or nothing, under SQLite.
 */
const LOCKS: readonly LockTable[] = [
  {
    tool: 'Knex',
    ending: '_lock',
    columns: 'index is_locked',
    flag: 'is_locked',
    release: 'run `npx knex migrate:unlock`',
  },
  {
    tool: 'EF Core',
    ending: '__EFMigrationsLock',
    columns: 'id timestamp',
    release: 'delete its row',
  },
  {
    tool: 'Liquibase',
    ending: 'DATABASECHANGELOGLOCK',
    columns: 'id locked lockgranted lockedby',
    flag: 'locked',
    release: 'run `liquibase release-locks`',
  },
  { tool: 'yoyo', ending: 'yoyo_lock', columns: 'locked ctime pid', release: 'run `yoyo break-lock`' },
];

/** How a tool marks in its history that a migration did not end; the row's own key is named. */
const DIRTY: readonly { tool: string; key: string; isDirty(row: HistoryRow): boolean }[] = [
  { tool: 'golang-migrate', key: 'version', isDirty: ({ dirty }) => isSet(dirty) },
  { tool: 'sqlx', key: 'version', isDirty: ({ success }) => !isSet(success) },
  {
    tool: 'prisma',
    key: 'migration_name',
    isDirty: ({ finished_at, rolled_back_at }) => finished_at === null && rolled_back_at === null,
  },
  { tool: 'Flyway', key: 'version', isDirty: ({ success }) => !isSet(success) },
  {
    tool: 'Atlas',
    key: 'version',
    isDirty: ({ applied = 0, total = 0 }) => Number(applied) < Number(total),
  },
];

/** Whether a table may be a lock, by its name: saves asking SQLite for the columns of all others. */
export function mayBeLock(table: string): boolean {
  return LOCKS.some(({ ending }) => foldName(table).endsWith(foldName(ending)));
}

/** The tool whose lock a table is, by its name and columns. */
export function lockOf(table: string, columns: readonly string[]): string | undefined {
  const has = columns.map(foldName).toSorted().join();
  const own = LOCKS.find(
    ({ ending, columns: wanted }) =>
      foldName(table).endsWith(foldName(ending)) && wanted.split(' ').toSorted().join() === has,
  );
  return own?.tool;
}

/** What tools have noted of migrations that began and did not end. */
export function unfinishedStates({ tables, locks = [] }: History): UnfinishedState[] {
  return [...tables.flatMap(dirtyIn), ...locks.flatMap(heldIn)];
}

function dirtyIn({ tool, table, rows }: HistoryTable): UnfinishedState[] {
  const mark = DIRTY.find((one) => one.tool === tool);
  if (mark === undefined) return [];
  return rows.filter(mark.isDirty).map((row) => ({
    kind: 'dirty',
    ...{ tool: mark.tool, table },
    sentence: `${table} says that migration ${String(row[mark.key])} of ${mark.tool} began and did not end`,
    remedy: `Find out what of that migration is applied, and mend both by hand: ${mark.tool} runs nothing, or something else than is expected, until then.`,
  }));
}

function heldIn({ tool, table, rows }: HistoryTable): UnfinishedState[] {
  const lock = LOCKS.find((one) => one.tool === tool);
  const { flag } = lock ?? {};
  const isHeld = rows.some((row) => flag === undefined || isSet(row[flag]));
  if (lock === undefined || !isHeld) return [];
  return [
    {
      kind: 'locked',
      ...{ tool: lock.tool, table },
      sentence: `${table} says that a migration of ${lock.tool} is running`,
      remedy: `If none was running when the snapshot was taken, a run that was killed left it, and every later one waits or stops: ${lock.release}, in production too.`,
    },
  ];
}

function isSet(value: HistoryRow[string] | undefined): boolean {
  return value !== undefined && value !== null && Number(value) !== 0;
}
