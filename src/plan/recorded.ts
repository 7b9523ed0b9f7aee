import type { History, HistoryRow, HistoryTable } from '../facts/history.ts';
import type { RecordedMigrations } from '../facts/rehearsal/command.ts';
import { foldName } from '../sql/quote.ts';
import { codeTools } from './code-tools.ts';
import { isNamedFor, tablesBeside } from './history-tables.ts';
import { layouts } from './layouts/index.ts';

/** Columns that name a migration, the one that says most first. */
const KEYS = [
  'migration_name',
  'migration',
  'migration_id',
  'migrationid',
  'name',
  'script',
  'scriptname',
  'filename',
  'file',
  'identifier',
  'schema_version',
  'version',
  'version_id',
];
const LAST_KEYS = ['version_num', 'id', 'hash'];

/** What the tools' own tables hold only in `after`: the migrations that were run, as far as a tool records each. */
export function recordedMigrations(before: History, after: History): RecordedMigrations[] {
  return after.tables.flatMap(({ table, tool, rows }) => {
    // A table of the application's may have such columns too, and its rows are data.
    if (tool === undefined || !isNamedFor(table, tool)) return [];
    const former = before.tables.find((other) => foldName(other.table) === foldName(table));
    const known = new Set((former?.rows ?? []).map(keyOf));
    const ids = rows.map(keyOf).filter((id) => id !== '' && !known.has(id));
    return ids.length === 0 ? [] : [{ tool, table, ids }];
  });
}

/** Every migration history table, on either side, with those that it keeps beside. */
export function bookkeepingTables(...sides: History[]): string[] {
  const tables = sides.flatMap((side) => side.tables.filter(isTools));
  const own = tables.map(({ table }) => table);
  const tools = new Set(tables.flatMap(({ tool = [] }) => tool));
  return [...new Set([...own, ...[...tools].flatMap(tablesBeside)])];
}

/** The flag with which the tool that keeps account here does not ask before it migrates. */
export function quietFlag({ tables }: History): string | undefined {
  const tools = tables.filter(isTools).map(({ tool }) => tool);
  const asking = [...layouts, ...codeTools].filter(({ quietly }) => quietly !== undefined);
  return asking.find(({ name }) => tools.includes(name))?.quietly;
}

function isTools({ tool, table }: HistoryTable): boolean {
  return tool !== undefined && isNamedFor(table, tool);
}

/** The column of a migration history that names the migrations; `undefined` where no row tells. */
export function keyColumn(rows: readonly HistoryRow[]): string | undefined {
  const [row] = rows;
  return row && [...KEYS, ...LAST_KEYS].find((column) => isKey(row[column]));
}

function keyOf(row: HistoryRow): string {
  // Django counts each application's migrations by itself.
  const app = 'app' in row && 'applied' in row ? `${String(row.app)}.` : '';
  const key = [...KEYS, ...LAST_KEYS].find((column) => isKey(row[column]));
  return key === undefined ? '' : `${app}${String(row[key])}`;
}

function isKey(value: HistoryRow[string] | undefined): boolean {
  return (
    (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint'
  );
}
