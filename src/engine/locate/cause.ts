import type { TableVersion } from '../compare/lineage/lineage.ts';

/** How much harm there was in a version after a statement. */
export interface Reading {
  statement: number;
  harm: number;
  /** `false` while a new table is still empty: its rows are not lost, they have not come yet. */
  filled: boolean;
}

/**
 * The statement that did the harm which the last reading shows: the first one after the last reading without harm. A new
 * table that never was without harm got it with the statement that filled it best; but where the table whose name it
 * took had as much of it by then, the copy was faithful, and what happened to that table counts. A new table that was
 * never filled lost its rows with the table that was dropped for it.
 */
export function guiltyStatement(
  version: TableVersion,
  readingsOf: (version: TableVersion) => readonly Reading[],
  until = Number.POSITIVE_INFINITY,
): number | undefined {
  const { born, predecessor } = version;
  const all = readingsOf(version).filter(({ statement }) => statement <= until);
  if ((all.at(-1)?.harm ?? 0) === 0) return undefined;
  const start = all.findIndex((reading) => reading.filled);
  if (start === -1) return predecessor?.died ?? born;
  const filled = all.slice(start);
  const guilty = afterLastZero(filled) ?? leastHarm(filled);
  if (born === -1 || predecessor === undefined) return guilty.statement;
  const formerly =
    readingsOf(predecessor).findLast(({ statement }) => statement <= guilty.statement)?.harm ?? 0;
  if (formerly < guilty.harm) return guilty.statement;
  return guiltyStatement(predecessor, readingsOf, guilty.statement) ?? guilty.statement;
}

function afterLastZero(readings: readonly Reading[]): Reading | undefined {
  const zero = readings.findLastIndex(({ harm }) => harm === 0);
  return zero === -1 ? undefined : readings[zero + 1];
}

function leastHarm(readings: readonly Reading[]): Reading {
  return readings.reduce((least, reading) => (reading.harm < least.harm ? reading : least));
}
