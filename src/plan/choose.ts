import type { LayoutWish, MigrationFolder } from '../facts/settings.ts';
import type { Tracking, TrackingTable } from '../facts/tracking.ts';
import { foldName } from '../sql/quote.ts';
import { codeTools } from './code-tools.ts';
import { layouts } from './layouts/index.ts';
import type { Layout } from './layouts/layout.ts';

/** The layout with the table in which its tool keeps account; or the tool that only `command` can run. */
export type Choice =
  | { layout: Layout; table?: TrackingTable; recognised: boolean }
  | { codeTool: string; table: string };

/**
 * Whose files these are. What the user says counts first, then the tracking table, because tools share file names and
 * the same files mean different things to them; then what is written in the files.
 */
export function chooseLayout(folder: MigrationFolder, tracking: Tracking, wish: LayoutWish): Choice {
  if (wish.name !== 'auto') return chosen(layoutNamed(wish.name), tracking, wish);
  const claimed = layouts.filter((layout) => layout.claims(folder, tracking));
  const tracked = layouts.filter(
    (layout) =>
      tableOf(layout, tracking, wish) !== undefined &&
      (layout.tracking?.vague !== true || claimed.includes(layout)),
  );
  const own = tracked.find((layout) => claimed.includes(layout)) ?? tracked[0];
  if (own !== undefined) return chosen(own, tracking, wish);
  const [first] = claimed;
  if (first !== undefined) return chosen(first, tracking, wish);
  const foreign = tracking.tables.find(({ tool }) => codeTools.some(({ name }) => name === tool));
  if (foreign?.tool !== undefined) return { codeTool: foreign.tool, table: foreign.table };
  return { ...chosen(layoutNamed('plain'), tracking, wish), recognised: wish.column !== undefined };
}

function chosen(layout: Layout, tracking: Tracking, wish: LayoutWish) {
  const table = tableOf(layout, tracking, wish);
  return { layout, recognised: layout.name !== 'plain' || table !== undefined, ...(table && { table }) };
}

/** The table that the user named, else the one that has the tool's columns. */
function tableOf({ name }: Layout, { tables }: Tracking, wish: LayoutWish): TrackingTable | undefined {
  const named = wish.table;
  const tool = tables.filter((one) => one.tool === name || (name === 'plain' && wish.name === 'plain'));
  if (named !== undefined) return tool.find(({ table }) => foldName(table) === foldName(named));
  return name === 'plain' ? undefined : tool[0];
}

function layoutNamed(name: string): Layout {
  return layouts.find((layout) => layout.name === name) as Layout;
}
