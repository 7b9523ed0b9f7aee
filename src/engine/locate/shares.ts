import type { Share } from '../../facts/changes.ts';
import type { TableVersion } from '../compare/lineage/lineage.ts';
import type { Observation } from './cause.ts';

/**
 * How much of the difference that a version of a table shows last each statement brought: what it added and no later one
 * took back. The way leads from *before* to the table that is there now; of a table that a rebuild made it begins with the
 * statement that filled it best, because its rows only came until then.
 */
export function sharesOf(
  version: TableVersion,
  observationsOf: (version: TableVersion) => readonly Observation[],
): Share[] {
  const way = wayTo(version, observationsOf, Number.POSITIVE_INFINITY);
  const shares: Share[] = [];
  // What stays to the end: the least difference from each point on.
  let least = Number.POSITIVE_INFINITY;
  const kept = way.map(() => 0);
  for (let at = way.length - 1; at >= 0; at -= 1) {
    least = Math.min(least, way[at]?.difference ?? 0);
    kept[at] = least;
  }
  for (const [at, { statement }] of way.entries()) {
    const count = (kept[at] ?? 0) - (kept[at - 1] ?? 0);
    if (count > 0) shares.push({ statement, count });
  }
  return shares;
}

function wayTo(
  version: TableVersion,
  observationsOf: (version: TableVersion) => readonly Observation[],
  until: number,
): Observation[] {
  const { born, predecessor } = version;
  const all = observationsOf(version).filter(({ statement }) => statement <= until);
  if (born === -1 || predecessor === undefined) return all;
  const filled = all.slice(all.findIndex((observation) => observation.filled));
  const start = filled.reduce<Observation | undefined>(
    (least, one) => (least === undefined || one.difference < least.difference ? one : least),
    undefined,
  );
  if (start === undefined) return wayTo(predecessor, observationsOf, until);
  return [...wayTo(predecessor, observationsOf, start.statement - 1), ...filled.slice(filled.indexOf(start))];
}
