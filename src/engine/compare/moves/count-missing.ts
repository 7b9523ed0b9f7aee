import type { Connection } from '../../sqlite/connection.ts';

/** Rows as a SELECT: its values are called v0, v1, … */
export type RowSource = string;

export interface Missing {
  /** Rows of the source. */
  rows: number;
  /** Those without a row of the targets with these values, the n-th of several equal ones without an n-th. */
  unpaired: number;
  /** Those of which no target has these values at all, whatever their storage class. */
  nowhere: number;
}

/** Counts the rows of `source` that `targets` do not hold; all have `width` values. Sorts both sides once for each count. */
export function countMissing(
  connection: Connection,
  source: RowSource,
  targets: readonly RowSource[],
  width: number,
): Missing {
  const names = Array.from({ length: width }, (_, at) => `v${at}`);
  const sides = [
    `SELECT 1 AS side, * FROM (${source})`,
    ...targets.map((one) => `SELECT 0, * FROM (${one})`),
  ];
  const all = `WITH sides(side, ${names.join(', ')}) AS (${sides.join(' UNION ALL ')})`;
  const exact = [...names.map((name) => `typeof(${name})`), ...names.map((name) => `${name} COLLATE BINARY`)];
  const [strict = []] = connection.rows(
    `${all} SELECT ifnull(sum(m), 0), ifnull(sum(max(m - n, 0)), 0) FROM (
       SELECT sum(side) AS m, sum(1 - side) AS n FROM sides GROUP BY ${exact.join(', ')})`,
  );
  const [rows = 0, unpaired = 0] = strict.map(Number);
  if (unpaired === 0) return { rows, unpaired, nowhere: 0 };
  const nowhere = connection.number(
    `${all} SELECT ifnull(sum(m), 0) FROM (
       SELECT sum(side) AS m, sum(1 - side) AS n FROM sides GROUP BY ${names.map(asText).join(', ')}) WHERE n = 0`,
  );
  return { rows, unpaired, nowhere };
}

/** The same for a value in whatever storage class a declared type may have given it: 7, 7.0 and '7'. */
function asText(value: string): string {
  return `CASE typeof(${value})
    WHEN 'real' THEN CAST(CASE WHEN ${value} = CAST(${value} AS INTEGER) THEN CAST(${value} AS INTEGER) ELSE ${value} END AS TEXT)
    WHEN 'blob' THEN ${value} ELSE CAST(${value} AS TEXT) END COLLATE BINARY`;
}
