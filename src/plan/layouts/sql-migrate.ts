import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { compareKeys, directFiles, leadingNumber, nameOf } from '../layout-kit/file-names.ts';
import { runsLate } from '../layout-kit/late.ts';
import type { DatabaseState, Layout, LayoutMigration, LayoutReading } from '../layout-kit/layout.ts';
import type { Unreadable } from '../layout-kit/numbered-lines.ts';
import { type Parts, readParts } from '../layout-kit/sql-migrate-parts.ts';

const TABLE = 'gorp_migrations';

interface NamedFile {
  id: string;
  source: MigrationFile;
  parts: Parts | Unreadable;
}

/**
 * rubenv/sql-migrate: migrate.go, sqlparse/sqlparse.go. The file's name is the key. A file runs in one transaction with its
 * row, unless its annotation says notransaction. All files are read before anything runs, the applied ones too.
 */
export const sqlMigrate: Layout = {
  name: 'sql-migrate',
  tool: 'sql-migrate',
  description: '`NAME.sql` with `-- +migrate Up` and `Down`; the history is in `gorp_migrations`.',
  profile: {
    transaction: 'file',
    foreignKeys: false,
    withoutTransaction: '`-- +migrate Up notransaction`',
  },
  driverDecides: true,
  command: 'sql-migrate up',
  history: { table: TABLE, columns: ['id', 'applied_at'], common: true, vague: true },
  claims: ({ files }: MigrationFolder) => files.some(({ sql }) => /^-- \+migrate (Up|Down)\b/m.test(sql)),
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const { named, ignored } = byName(folder);
    const rows = (table?.rows ?? []).map((row) => String(row.id)).toSorted(compareIds);
    const applied = new Set(rows);
    const pending = named.filter(({ id }) => !applied.has(id));
    const name = table?.table ?? options.table ?? TABLE;
    const stops = unreadable(named);
    return {
      applied: named.length - pending.length,
      pending: pending.map((one) => migration(one, quoteName(name))),
      problems: [...(stops.length > 0 ? stops : unknown(rows, named)), ...late(pending, rows.at(-1))],
      ignored,
      setup: table === undefined ? [makeTable(quoteName(name))] : [],
      bookkeeping: { tables: [name], userVersion: false },
      idle: 'sql-migrate: Applied 0 migrations',
    };
  },
};

function makeTable(table: string): string {
  return `CREATE TABLE ${table} ("id" varchar(255) not null primary key, "applied_at" datetime)`;
}

function byName(folder: MigrationFolder): { named: NamedFile[]; ignored: string[] } {
  const { direct, below } = directFiles(folder);
  const isOurs = (source: MigrationFile) => nameOf(source).endsWith('.sql');
  const named = direct
    .filter(isOurs)
    .map((source) => ({ id: nameOf(source), source, parts: readParts(source) }))
    .toSorted((a, b) => compareIds(a.id, b.id));
  const others = [...below, ...direct.filter((source) => !isOurs(source))];
  return { named, ignored: others.map(({ file }) => file) };
}

/** By the number in front, then by the name; names without a number come last. */
function compareIds(left: string, right: string): number {
  const [a, b] = [leadingNumber(left), leadingNumber(right)];
  if (a === undefined || b === undefined)
    return Number(a === undefined) - Number(b === undefined) || compareKeys(left, right);
  return compareKeys(a, b) || compareKeys(left, right);
}

function unreadable(named: readonly NamedFile[]): PlanProblem[] {
  return named.flatMap(({ id, source: { file }, parts }): PlanProblem[] => {
    if ('up' in parts) return [];
    const sentence = `Error while parsing ${id}: Error parsing migration (${id}): ${parts.problem}`;
    return [{ kind: 'invalid', sentence, refuses: true, file, line: parts.line }];
  });
}

/** The tool stops at the first one. */
function unknown(rows: readonly string[], named: readonly NamedFile[]): PlanProblem[] {
  const known = new Set(named.map(({ id }) => id));
  const gone = rows.find((row) => !known.has(row));
  if (gone === undefined) return [];
  const sentence = `Unable to create migration plan because of ${gone}: unknown migration in database`;
  return [{ kind: 'missing', sentence, refuses: true }];
}

function migration({ id, source: { file }, parts }: NamedFile, table: string): LayoutMigration {
  if (!('up' in parts)) return { id, file, steps: [] };
  const { up, down } = parts;
  const now = "strftime('%Y-%m-%d %H:%M:%f+00:00', 'now')";
  return {
    id,
    file,
    steps: up.steps,
    records: { within: [`INSERT INTO ${table} ("id", "applied_at") VALUES (${quoteText(id)}, ${now})`] },
    ...(up.optsOut && { optsOut: true as const }),
    ...(down && {
      down: {
        steps: down.steps,
        records: { within: [`DELETE FROM ${table} WHERE "id" = ${quoteText(id)}`] },
        ...(down.optsOut && { optsOut: true as const }),
      },
    }),
  };
}

function late(pending: readonly NamedFile[], newest: string | undefined): PlanProblem[] {
  if (newest === undefined) return [];
  const older = pending.filter(({ id }) => compareIds(id, newest) < 0);
  return runsLate(
    'sql-migrate',
    older.map(({ id, source: { file } }) => ({ id, file })),
    newest,
  );
}
