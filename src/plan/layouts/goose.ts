import type { PlanProblem } from '../../facts/plan.ts';
import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import type { TrackingRow } from '../../facts/tracking.ts';
import { quoteName } from '../../sql/quote.ts';
import { type Parts, readParts } from './goose-parts.ts';
import type { Layout, LayoutMigration, Ledger, Reading } from './layout.ts';
import type { Unreadable } from './lines.ts';
import { compareKeys, directFiles, leadingNumber, nameOf, pathIn } from './names.ts';

const TABLE = 'goose_db_version';

interface Versioned {
  version: bigint;
  source: MigrationFile;
}

interface Parsed extends Versioned {
  parts: Parts | Unreadable;
}

/**
 * pressly/goose: internal/sqlparser/parser.go, internal/dialects/sqlite3.go, provider_run.go,
 * internal/gooseutil/resolve.go. A file runs in one transaction together with its row, unless it says NO TRANSACTION.
 */
export const goose: Layout = {
  name: 'goose',
  driverDecides: true,
  command: 'goose -dir DIRECTORY sqlite3 DATABASE up',
  tracking: { table: TABLE, columns: ['id', 'version_id', 'is_applied', 'tstamp'] },
  claims: ({ files }: MigrationFolder) => files.some(({ sql }) => /^--\s*\+goose\s+up\s*$/im.test(sql)),
  read(folder: MigrationFolder, { table, wish }: Ledger): Reading {
    const { versioned, ignored } = byVersion(folder);
    const state = new Map((table?.rows ?? []).map((row) => [versionOf(row), isApplied(row)]));
    const isDone = ({ version }: Versioned) => state.get(version) === true;
    const current = [...state]
      .filter(([, done]) => done)
      .reduce((most, [version]) => (version > most ? version : most), 0n);
    const pending = versioned.filter((one) => !isDone(one));
    const parsed = pending.map((one) => ({ ...one, parts: readParts(one.source) }));
    const name = table?.table ?? wish.table ?? TABLE;
    return {
      applied: versioned.length - pending.length,
      pending: parsed.map((one) => migration(one, quoteName(name))),
      problems: [...duplicates(versioned), ...unreadable(parsed), ...outOfOrder(pending, current)],
      ignored,
      setup: table === undefined ? makeTable(quoteName(name)) : [],
      bookkeeping: { tables: [name], userVersion: false },
      idle: `goose: no migrations to run. current version: ${current}`,
      ...unsupported(folder, parsed, state),
    };
  },
};

function makeTable(table: string): string[] {
  return [
    `CREATE TABLE ${table} (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))`,
    `INSERT INTO ${table} (version_id, is_applied) VALUES (0, 1)`,
  ];
}

/** The integer before the first underscore, above 0. */
function byVersion(folder: MigrationFolder): { versioned: Versioned[]; ignored: string[] } {
  const { direct, below } = directFiles(folder);
  const versioned: Versioned[] = [];
  const ignored = below.map(({ file }) => file);
  for (const source of direct) {
    const version = /^\d+_.*\.sql$/.test(nameOf(source)) ? leadingNumber(nameOf(source)) : undefined;
    if (version === undefined || version === 0n) ignored.push(source.file);
    else versioned.push({ version, source });
  }
  return { versioned: versioned.toSorted((a, b) => compareKeys(a.version, b.version)), ignored };
}

function versionOf(row: TrackingRow): bigint {
  return BigInt((row.version_id as number | bigint | null) ?? 0);
}

/** The latest row of a version says how it stands: going down deletes its rows, or once added one. */
function isApplied(row: TrackingRow): boolean {
  return Number(row.is_applied) === 1;
}

function migration({ version, source: { file }, parts }: Parsed, table: string): LayoutMigration {
  const id = String(version);
  if ('problem' in parts) return { id, file, steps: [] };
  const { up, down } = parts;
  const optsOut = parts.optsOut && { optsOut: true as const };
  return {
    id,
    file,
    steps: up,
    records: { within: [`INSERT INTO ${table} (version_id, is_applied) VALUES (${version}, 1)`] },
    ...optsOut,
    ...(down && {
      down: {
        steps: down,
        records: { within: [`DELETE FROM ${table} WHERE version_id = ${version}`] },
        ...optsOut,
      },
    }),
  };
}

/** All pending files are parsed before the first is run. */
function unreadable(parsed: readonly Parsed[]): PlanProblem[] {
  return parsed.flatMap(({ source: { file }, parts }): PlanProblem[] => {
    if (!('problem' in parts)) return [];
    const sentence = `goose: failed to parse ${file}: ${parts.problem}`;
    return [{ kind: 'invalid', sentence, refuses: true, file, line: parts.line }];
  });
}

function duplicates(versioned: readonly Versioned[]): PlanProblem[] {
  return versioned.flatMap(({ version, source: { file } }, at): PlanProblem[] => {
    const former = versioned[at - 1];
    if (former?.version !== version) return [];
    const sentence = `goose: found duplicate migration version ${version}: existing:${former.source.file}, current:${file}`;
    return [{ kind: 'invalid', sentence, refuses: true, file }];
  });
}

function outOfOrder(pending: readonly Versioned[], current: bigint): PlanProblem[] {
  const missing = pending.filter(({ version }) => version < current);
  const [first] = missing;
  if (first === undefined) return [];
  const one = missing.length === 1;
  const versions = missing.map(({ version }) => version).join(',');
  const sentence = `goose: detected ${missing.length} missing (out-of-order) ${one ? 'migration' : 'migrations'} lower than database version (${current}): ${one ? 'version' : 'versions'} ${versions}`;
  return [{ kind: 'out-of-order', sentence, refuses: true, file: first.source.file }];
}

function unsupported(
  folder: MigrationFolder,
  parsed: readonly Parsed[],
  state: ReadonlyMap<bigint, boolean>,
): { unsupported?: string } {
  const isPending = (name: string) => state.get(leadingNumber(name) ?? 0n) !== true;
  const code = folder.ignored.find((file) => {
    const name = pathIn(folder, file);
    return /^\d+_[^/]*(?<!_test)\.go$/.test(name) && isPending(name);
  });
  if (code !== undefined) return { unsupported: `${code} is written in Go` };
  const substitutes = parsed.find(({ parts }) => 'substitutes' in parts && parts.substitutes);
  if (substitutes === undefined) return {};
  return { unsupported: `${substitutes.source.file} takes values from production's environment (ENVSUB)` };
}
