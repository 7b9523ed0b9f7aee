import type { PlanProblem, RefusalStep, StatementStep } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { leadingTokens } from '../../sql/tokens.ts';
import { wordsOf } from '../../statements/leading-words.ts';
import { d1Limits } from '../layout-kit/d1-limits.ts';
import { compareKeys } from '../layout-kit/file-names.ts';
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

const TABLE = 'd1_migrations';

/**
 * cloudflare/workers-sdk: packages/wrangler/src/d1/migrations/{apply,helpers}.ts, packages/workers-utils/src/
 * {d1-migrations,d1-splitter,d1-trimmer}.ts. A file and its row are one batch, which D1 runs in one transaction.
 */
export const d1: Layout = {
  name: 'd1',
  tool: 'D1',
  description: '`NUMBER_name.sql` of Wrangler; the history is in `d1_migrations`.',
  // Its engine takes text in double quotes, which was measured; nothing turns its foreign keys off.
  profile: {
    transaction: 'file',
    foreignKeys: true,
    defensive: true,
    limits: d1Limits,
    foreignKeysOff: 'never',
  },
  command: 'npx wrangler d1 migrations apply NAME --remote',
  history: { table: TABLE, columns: ['id', 'name', 'applied_at'], common: true },
  // Its files are those of anybody: only the table speaks of D1.
  claims: () => false,
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const name = table?.table ?? options.table ?? TABLE;
    const applied = new Set((table?.rows ?? []).map((row) => String(row.name)));
    const migrations = migrationsOf(folder, applied);
    const pending = migrations.filter(({ path }) => !applied.has(path));
    const known = new Set(migrations.map(({ file }) => file));
    return {
      ...NOTHING,
      applied: migrations.length - pending.length,
      pending: pending.map((source) => migration(source, quoteName(name))),
      problems: [...late(migrations, applied), ...gone(name, folder, { applied, pending })],
      ignored: folder.files.map(({ file }) => file).filter((file) => !known.has(file)),
      setup: table === undefined ? [makeTable(quoteName(name))] : [],
      bookkeeping: { tables: [name], userVersion: false },
      idle: 'wrangler: No migrations to apply!',
    };
  },
};

function makeTable(table: string): string {
  return `CREATE TABLE IF NOT EXISTS ${table}(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`;
}

/** `*.sql`; or where `migrations_pattern` is set to folders, as the names in the table show or as there is nothing else. */
function migrationsOf({ files }: MigrationFolder, applied: ReadonlySet<string>): MigrationFile[] {
  const top = files.filter(({ path }) => /^[^/.][^/]*\.sql$/.test(path));
  const nested = files.filter(({ path }) => /^[^/.][^/]*\/migration\.sql$/.test(path));
  const inFolders = top.length === 0 || [...applied].some((name) => name.includes('/'));
  const found = inFolders ? [...top, ...nested] : top;
  return found.toSorted((a, b) => comparePaths(a.path.split('/'), b.path.split('/')));
}

/** Each part of the path by the number in front of it, parts without one last; then as texts. */
function comparePaths([left, ...lefts]: string[], [right, ...rights]: string[]): number {
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? -1 : 1;
  return (
    compareKeys(numberOf(left), numberOf(right)) || compareKeys(left, right) || comparePaths(lefts, rights)
  );
}

function numberOf(part: string): number {
  const number = Number.parseInt(part.split('_')[0] ?? '', 10);
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}

function late(migrations: readonly MigrationFile[], applied: ReadonlySet<string>): PlanProblem[] {
  const newest = migrations.findLast(({ path }) => applied.has(path));
  if (newest === undefined) return [];
  const older = migrations.slice(0, migrations.indexOf(newest)).filter(({ path }) => !applied.has(path));
  return runsLate(
    'wrangler',
    older.map(({ path, file }) => ({ id: path, file })),
    newest.path,
  );
}

/** A row is known by the file's name alone. */
function gone(
  table: string,
  { files }: MigrationFolder,
  { applied, pending }: { applied: ReadonlySet<string>; pending: readonly MigrationFile[] },
): PlanProblem[] {
  const paths = new Set(files.map(({ path }) => path));
  return withoutFile({
    ...{ tool: 'wrangler', table },
    gone: [...applied].filter((name) => !paths.has(name)).map((id) => ({ id })),
    pending: pending.map(({ path }) => ({ id: path })),
  });
}

/**
 * wrangler writes its INSERT behind the file and then splits all of it: a last statement without a semicolon swallows it.
 */
function migration({ path, file, sql }: MigrationFile, table: string): LayoutMigration {
  const record = `INSERT INTO ${table} (name)\nvalues (${quoteText(path)});`;
  const trimmed = withoutTransaction(sql);
  if (trimmed === undefined) return { id: path, file, steps: [refusal(SEVERAL_TRANSACTIONS, file, 1)] };
  const steps = statementSteps(file, `${trimmed}\n${record}`);
  const isApart = steps.at(-1)?.sql === record;
  return {
    id: path,
    file,
    steps: (isApart ? steps.slice(0, -1) : steps).map(asAllowed),
    ...(isApart && { records: { within: [record] } }),
  };
}

const SEVERAL_TRANSACTIONS =
  'Wrangler could not process the provided SQL file, as it contains several transactions. D1 runs your SQL in a transaction for you.';

/** One pair is taken out, in these letters and wherever it stands; `undefined` where there is more. */
function withoutTransaction(sql: string): string | undefined {
  const begin = 'BEGIN TRANSACTION';
  if (!sql.includes(begin)) return sql;
  const trimmed = sql.replace(`${begin};`, '').replace('COMMIT;', '');
  return trimmed.includes(begin) ? undefined : trimmed;
}

/** What D1 forbids in a migration, as its local engine says. */
function asAllowed(step: StatementStep): StatementStep | RefusalStep {
  const { text } = wordsOf(step.sql, leadingTokens(step.sql, 5));
  const [verb = '', next = '', ...rest] = text;
  if (TRANSACTION_VERBS.has(verb)) return refusal(NO_TRANSACTION, step.file, step.line);
  const pragma = rest[0] === '.' ? (rest[1] ?? '') : next;
  const isForbidden =
    verb === 'ATTACH' ||
    verb === 'DETACH' ||
    (verb === 'PRAGMA' && !PRAGMAS.has(pragma)) ||
    (verb === 'CREATE' && /^TEMP(ORARY)?$/.test(next));
  return isForbidden ? refusal(`not authorized: SQLITE_AUTH (${step.title})`, step.file, step.line) : step;
}

const TRANSACTION_VERBS = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
const NO_TRANSACTION =
  'To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements';

/** Measured: every other pragma of SQLite is "not authorized". */
const PRAGMAS = new Set(
  'CASE_SENSITIVE_LIKE DATA_VERSION DEFER_FOREIGN_KEYS FOREIGN_KEYS FOREIGN_KEY_CHECK FOREIGN_KEY_LIST IGNORE_CHECK_CONSTRAINTS INDEX_INFO INDEX_LIST INDEX_XINFO LEGACY_ALTER_TABLE OPTIMIZE PAGE_SIZE QUICK_CHECK RECURSIVE_TRIGGERS REVERSE_UNORDERED_SELECTS TABLE_INFO TABLE_LIST TABLE_XINFO'.split(
    ' ',
  ),
);

function refusal(sentence: string, file: string, line: number): RefusalStep {
  return {
    do: 'refuse',
    problem: { kind: 'invalid', sentence: `D1: ${sentence}`, refuses: true, file, line },
  };
}
