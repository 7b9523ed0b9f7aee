import type { History, HistoryRow, HistoryTable } from '../facts/history.ts';
import type { LayoutOptions, MigrationFolder } from '../facts/settings.ts';
import { foldName } from '../sql/quote.ts';
import { codeTools } from './code-tools.ts';
import type { Layout } from './layout-kit/layout.ts';
import { layouts } from './layouts/index.ts';

/** The layout with the table in which its tool keeps account; or the tool that only `command` can run. */
export type Choice =
  | { layout: Layout; table?: HistoryTable; recognised: boolean }
  | { codeTool: string; table: string };

/**
 * Whose files these are. What the user says counts first, then the tracking table, because tools share file names and
 * the same files mean different things to them; then what is written in the files.
 */
export function chooseLayout(folder: MigrationFolder, tracking: History, wish: LayoutOptions): Choice {
  if (wish.name !== 'auto') {
    const layout = layoutNamed(wish.name);
    return chosen(layout, tableOf(layout, { folder, tracking, wish, isTheirs: true }));
  }
  const claimed = layouts.filter((layout) => layout.claims(folder, tracking));
  const candidates = layouts.map((layout) => {
    const isTheirs = claimed.includes(layout);
    return { layout, isTheirs, table: tableOf(layout, { folder, tracking, wish, isTheirs }) };
  });
  const tracked = candidates.filter(({ table }) => table !== undefined);
  const own = tracked.find(({ isTheirs }) => isTheirs) ?? tracked[0];
  if (own !== undefined) return chosen(own.layout, own.table);
  const [first] = claimed;
  if (first !== undefined) return chosen(first);
  const foreign = tracking.tables.find(({ tool }) => codeTools.some(({ name }) => name === tool));
  if (foreign?.tool !== undefined) return { codeTool: foreign.tool, table: foreign.table };
  return { ...chosen(layoutNamed('plain')), recognised: wish.column !== undefined };
}

function chosen(layout: Layout, table?: HistoryTable) {
  return { layout, recognised: layout.name !== 'plain' || table !== undefined, ...(table && { table }) };
}

interface Evidence {
  folder: MigrationFolder;
  tracking: History;
  wish: LayoutOptions;
  /** The files are the tool's, or the user says so. */
  isTheirs: boolean;
}

/**
 * The table that the user named; else the tool's by its usual name; else by its columns, and by its rows where others
 * have such columns.
 */
function tableOf(layout: Layout, { folder, tracking, wish, isTheirs }: Evidence): HistoryTable | undefined {
  const { name, tracking: shape } = layout;
  const called = (given: string) => (one: HistoryTable) => foldName(one.table) === foldName(given);
  const named = wish.table === undefined ? undefined : called(wish.table);
  if (name === 'plain') return wish.name === 'plain' && named ? tracking.tables.find(named) : undefined;
  if (shape === undefined || (shape.vague && !isTheirs)) return undefined;
  const own = tracking.tables.filter(({ tool, rows }) => tool === name && areIntegers(rows, shape.integers));
  if (named) return own.find(named);
  const isKnown = (table: HistoryTable) =>
    layout.read(folder, { table, userVersion: tracking.userVersion, wish }).applied > 0;
  return own.find(called(shape.table)) ?? (shape.common ? own.find(isKnown) : own[0]);
}

function areIntegers(rows: readonly HistoryRow[], column: string | undefined): boolean {
  if (column === undefined) return true;
  const values = rows.map((row) => row[column] ?? 0);
  return values.every((value) => /^-?\d+$/.test(String(value)) && !(value instanceof Uint8Array));
}

function layoutNamed(name: string): Layout {
  return layouts.find((layout) => layout.name === name) as Layout;
}
