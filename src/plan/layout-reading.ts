import type { History } from '../facts/history.ts';
import type { LayoutOptions, MigrationFolder } from '../facts/settings.ts';
import type { DatabaseState, Layout, LayoutReading } from './layout-kit/layout.ts';

/** Of one folder and one history, by what else a reading depends on. */
const known = new WeakMap<MigrationFolder, WeakMap<History, Map<string, LayoutReading>>>();

/**
 * What a layout makes of the files. The same question is answered once: a run plans the same files for each way in which
 * production may execute them, and taking two hundred thousand statements apart takes seconds.
 */
export function layoutReading(
  layout: Layout,
  folder: MigrationFolder,
  history: History,
  state: DatabaseState,
): LayoutReading {
  const histories = known.get(folder) ?? new WeakMap<History, Map<string, LayoutReading>>();
  known.set(folder, histories);
  const readings = histories.get(history) ?? new Map<string, LayoutReading>();
  histories.set(history, readings);
  const key = keyOf(layout, state.options, state);
  const reading = readings.get(key) ?? layout.read(folder, state);
  readings.set(key, reading);
  return reading;
}

/** A profile counts only where a tool's drivers differ in what they take as one statement. */
function keyOf(layout: Layout, options: LayoutOptions, { profile, table }: DatabaseState): string {
  const own = layout.otherDrivers === undefined ? '' : (profile ?? '');
  return JSON.stringify([layout.name, own, table?.table, options]);
}
