import { join } from 'node:path';
import type { Location } from '../../facts/finding.ts';
import type { Excerpt } from '../../facts/record.ts';
import { within } from './reach.ts';
import { readText } from './read-text.ts';

/** Lines before and after the one that it is about. */
const AROUND = 2;
/** Of places; who has more findings reads the file. */
const MOST = 500;
/** Of a line, in UTF-16 units; a seed can have a megabyte in one. */
const LONGEST = 400;
/** Of a file, in bytes, as for a migration. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The lines around the first places, in their order, each place once. A file that is gone or out of reach by now has
 * none: an excerpt is a help, and nothing depends on it.
 */
export function excerptsOf(places: readonly (Location | undefined)[], workspace: string): Excerpt[] {
  const known = new Map<string, string[] | undefined>();
  const reach = within(workspace);
  const linesOf = (file: string) => {
    if (!known.has(file)) {
      const text = readText(join(workspace, file), { reach, most: MOST_BYTES, mark: 'drop' });
      known.set(file, typeof text === 'string' ? text.split(/\r?\n/) : undefined);
    }
    return known.get(file);
  };
  const seen = new Map<string, Required<Location>>();
  for (const { file, line } of places.filter((place) => place !== undefined)) {
    if (line !== undefined && seen.size < MOST) seen.set(`${line}:${file}`, { file, line });
  }
  return [...seen.values()].flatMap(({ file, line }) => {
    const lines = linesOf(file);
    if (lines === undefined || line > lines.length) return [];
    const first = Math.max(1, line - AROUND);
    const shown = lines.slice(first - 1, line + AROUND).map((text) => text.slice(0, LONGEST));
    return [{ file, line, first, lines: shown }];
  });
}
