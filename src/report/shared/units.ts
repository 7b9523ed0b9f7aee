import type { Location } from '../../facts/finding.ts';

/** Bytes in the unit that reads best: `45.1 kB`. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [shown, unit] = [bytes, 0];
  // 999,950 bytes and more would be rounded to 1000.0 kB.
  while (shown >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
    shown /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? bytes : shown.toFixed(1)} ${units[unit]}`;
}

/** Milliseconds in the unit that reads best: `0.4 ms`, `12.3 s`, `3 min 20 s`. */
export function duration(ms: number): string {
  if (ms < 999.95) return `${ms.toFixed(1)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `file.sql:12`. */
export function placeText({ file, line }: Location): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** The sum of what `of` gives for each item. */
export function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** Whole minutes, hours or days between two ISO 8601 times: `9 h`. */
export function age(from: string, to: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}
