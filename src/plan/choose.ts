import type { History, HistoryRow, HistoryTable } from '../facts/history.ts';
import type { LayoutOptions, MigrationFolder } from '../facts/settings.ts';
import { foldName } from '../sql/quote.ts';
import { codeTools } from './code-tools.ts';
import type { Layout } from './layout-kit/layout.ts';
import { layouts } from './layouts/index.ts';

/** The layout with its migration history table; or the tool that only `command` can run. */
export type Choice =
  | { layout: Layout; table?: HistoryTable; recognised: boolean }
  | { codeTool: string; table: HistoryTable };

/**
 * Whose files these are. What the user says counts first, then the history table, because tools share file names and
 * the same files mean different things to them; then what is written in the files.
 */
export function chooseLayout(folder: MigrationFolder, history: History, options: LayoutOptions): Choice {
  if (options.name !== 'auto') {
    const layout = layoutNamed(options.name);
    return chosen(layout, tableOf(layout, { folder, history, options, isTheirs: true }));
  }
  const claimed = layouts.filter((layout) => layout.claims(folder, history));
  const candidates = layouts.map((layout) => {
    const isTheirs = claimed.includes(layout);
    return { layout, isTheirs, table: tableOf(layout, { folder, history, options, isTheirs }) };
  });
  const tracked = candidates.filter(({ table }) => table !== undefined);
  const own = tracked.find(({ isTheirs }) => isTheirs) ?? tracked[0];
  if (own !== undefined) return chosen(own.layout, own.table);
  const [first] = claimed;
  const foreign = history.tables.find((table) => isDecisive(table, first));
  if (foreign?.tool !== undefined) return { codeTool: foreign.tool, table: foreign };
  if (first !== undefined) return chosen(first);
  return { ...chosen(layoutNamed('plain')), recognised: options.column !== undefined };
}

/** The table of a tool that only `command` can run, and no layout has the files but one whose files look like that tool's. */
function isDecisive({ tool }: HistoryTable, claimed: Layout | undefined): boolean {
  return codeTools.some(
    ({ name, history, filesOf }) =>
      name === tool && !history.vague && (claimed === undefined || claimed.name === filesOf),
  );
}

function chosen(layout: Layout, table?: HistoryTable) {
  return { layout, recognised: layout.name !== 'plain' || table !== undefined, ...(table && { table }) };
}

interface Candidate {
  folder: MigrationFolder;
  history: History;
  options: LayoutOptions;
  /** The files are the tool's, or the user says so. */
  isTheirs: boolean;
}

/**
 * The table that the user named; else the tool's by its usual name; else by its columns, and by its rows where others
 * have such columns.
 */
function tableOf(
  layout: Layout,
  { folder, history, options, isTheirs }: Candidate,
): HistoryTable | undefined {
  const { name, history: shape } = layout;
  const called = (given: string) => (one: HistoryTable) => foldName(one.table) === foldName(given);
  const named = options.table === undefined ? undefined : called(options.table);
  if (name === 'plain') return options.name === 'plain' && named ? history.tables.find(named) : undefined;
  if (shape === undefined || (shape.vague && !isTheirs)) return undefined;
  const own = history.tables.filter(({ tool, rows }) => tool === name && areIntegers(rows, shape.integers));
  if (named) return own.find(named);
  const isKnown = (table: HistoryTable) =>
    layout.read(folder, { table, userVersion: history.userVersion, options }).applied > 0;
  return own.find(called(shape.table)) ?? (shape.common ? own.find(isKnown) : own[0]);
}

function areIntegers(rows: readonly HistoryRow[], column: string | undefined): boolean {
  if (column === undefined) return true;
  const values = rows.map((row) => row[column] ?? 0);
  return values.every((value) => /^-?\d+$/.test(String(value)) && !(value instanceof Uint8Array));
}

/** Throws for a name that no layout has: settings let none through. */
function layoutNamed(name: string): Layout {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`there is no layout ${name}`);
  return found;
}
