import type { TableVersion } from '../compare/lineage/lineage.ts';

/** What was seen of one difference, in one version of a table, after one statement. */
export interface Observation {
  statement: number;
  /** How many rows or values differed. */
  difference: number;
  /** `false` while a new table is still empty: its rows are not lost, they have not come yet. */
  filled: boolean;
}

/**
 * The statement that caused the difference which a version of a table shows last. It is the first statement after the
 * last observation without a difference. Some tables that a rebuild makes are never without one. Of these:
 *
 * - One that was never filled lost its rows when its predecessor was dropped; or earlier, where that one had lost as much
 *   by then, or was never filled either.
 * - Any other differs since the statement that filled it best, which is where the difference is least.
 * - But where its predecessor differed as much by then, that statement copied faithfully, and the cause is looked for in
 *   the predecessor.
 *
 * `until`: the last statement that counts.
 */
export function causingStatement(
  version: TableVersion,
  observationsOf: (version: TableVersion) => readonly Observation[],
  until = Number.POSITIVE_INFINITY,
): number | undefined {
  const { born, predecessor } = version;
  const all = observationsOf(version).filter(({ statement }) => statement <= until);
  const last = all.at(-1);
  if (last?.difference === 0) return undefined;
  const start = all.findIndex((observation) => observation.filled);
  if (start === -1) return beforeItWasEmpty(version, observationsOf, last?.difference ?? 0) ?? born;
  const filled = all.slice(start);
  const cause = afterLastZero(filled) ?? leastDifferent(filled);
  if (born === -1 || predecessor === undefined) return cause.statement;
  const inPredecessor =
    observationsOf(predecessor).findLast(({ statement }) => statement <= cause.statement)?.difference ?? 0;
  if (inPredecessor < cause.difference) return cause.statement;
  return causingStatement(predecessor, observationsOf, cause.statement) ?? cause.statement;
}

/** Of a version that no row ever came to: what took them from its predecessor, which is at last the one that dropped it. */
function beforeItWasEmpty(
  { predecessor }: TableVersion,
  observationsOf: (version: TableVersion) => readonly Observation[],
  difference: number,
): number | undefined {
  if (predecessor?.died === undefined) return undefined;
  const { born, died } = predecessor;
  const seen = observationsOf(predecessor).filter(({ statement }) => statement < died);
  const wasEmpty = born !== -1 && !seen.some(({ filled }) => filled);
  const hadLost = (seen.at(-1)?.difference ?? 0) >= difference && difference > 0;
  if (!wasEmpty && !hadLost) return died;
  return causingStatement(predecessor, observationsOf, died - 1) ?? died;
}

function afterLastZero(observations: readonly Observation[]): Observation | undefined {
  const zero = observations.findLastIndex(({ difference }) => difference === 0);
  return zero === -1 ? undefined : observations[zero + 1];
}

function leastDifferent(observations: readonly Observation[]): Observation {
  return observations.reduce((least, other) => (other.difference < least.difference ? other : least));
}
